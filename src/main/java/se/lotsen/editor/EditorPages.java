package se.lotsen.editor;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.util.UriComponentsBuilder;
import se.lotsen.staff.StaffMember;

/** What every page of this room has. No browser keeps one. */
final class EditorPages {
    private EditorPages() {
    }

    static Rendering.Builder<?> page(String view, String place, StaffMember member) {
        return Rendering.view("editor/" + view).modelAttribute("member", member)
                .modelAttribute("editorPlace", place)
                .modelAttribute("rights", new EditorRights(member))
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    /** After something was done; a reload does it no second time. */
    static Rendering to(String address) {
        return Rendering.redirectTo(address).status(HttpStatus.SEE_OTHER).build();
    }

    /** An address with names and values in turn. */
    static String address(String path, Object... query) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        for (int at = 0; at < query.length; at += 2) {
            address.queryParam(query[at].toString(), "{v" + at + "}");
        }
        Object[] values = new Object[query.length / 2];
        for (int at = 0; at < values.length; at++) {
            values[at] = query[2 * at + 1];
        }
        return address.encode().buildAndExpand(values).toUriString();
    }
}
