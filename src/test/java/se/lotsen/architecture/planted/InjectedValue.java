package se.lotsen.architecture.planted;

import org.springframework.beans.factory.annotation.Value;

class InjectedValue {
    @Value("${lotsen.data-dir}")
    String dir;
}
