package se.lotsen.desk;

import java.util.Objects;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/** The filters of a search as they stand in the address; empty for whatever. */
record SearchForm(String word, String queue, String topic, String from, String to, String agent, String state,
        int page) {

    static SearchForm of(MultiValueMap<String, String> address) {
        return new SearchForm(text(address, "ord"), text(address, "ko"), text(address, "amne"),
                text(address, "fran"), text(address, "till"), text(address, "handlaggare"),
                text(address, "lage"), text(address, "sida").matches("\\d{1,4}")
                        ? Integer.parseInt(text(address, "sida"))
                        : 1);
    }

    private static String text(MultiValueMap<String, String> address, String name) {
        return Objects.requireNonNullElse(address.getFirst(name), "").strip();
    }

    boolean isEmpty() {
        return (word + queue + topic + from + to + agent + state).isEmpty();
    }

    /** The address of another page of the same search. */
    public String at(int other) {
        return UriComponentsBuilder.fromPath("/desk/sok").queryParam("ord", "{a}").queryParam("ko", "{b}")
                .queryParam("amne", "{c}").queryParam("fran", "{d}").queryParam("till", "{e}")
                .queryParam("handlaggare", "{f}").queryParam("lage", "{g}").queryParam("sida", other)
                .encode().buildAndExpand(word, queue, topic, from, to, agent, state).toUriString();
    }

    /** Without what was looked for. */
    @Override
    public String toString() {
        return "search, page " + page;
    }
}
