package se.lotsen.architecture.planted;

import com.fasterxml.jackson.databind.ObjectMapper;

class OldJackson {
    ObjectMapper mapper = new ObjectMapper();
}
