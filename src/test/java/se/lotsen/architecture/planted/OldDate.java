package se.lotsen.architecture.planted;

import java.util.Date;

class OldDate {
    Date now = new Date();
}
