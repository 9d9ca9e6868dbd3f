package se.lotsen.architecture.planted;

import java.util.logging.Logger;

class PlatformLogging {
    Logger log = Logger.getLogger("planted");
}
