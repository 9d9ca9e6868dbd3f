package se.lotsen.widget;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a site's content security policy needs for the tag: that our script runs, and that our page is framed. Nothing else
 * is needed; the launcher has no inline style, and it fetches nothing by itself.
 *
 * @param purpose what it is about
 * @param verdict what to do
 * @param directive the directive that decides now; empty when none does
 * @param write the directive as it must be written; empty when nothing has to change
 */
record PolicyAdvice(Purpose purpose, Verdict verdict, String directive, String write) {
    private static final String STRICT_DYNAMIC = "'strict-dynamic'";

    /** Each with the directives that a browser looks for, the first that is there decides. */
    enum Purpose {
        SCRIPT("/loader.js", "script-src", List.of("script-src-elem", "script-src", "default-src")), FRAME(
                "/chat", "frame-src", List.of("frame-src", "child-src", "default-src"));

        private final String path;
        private final String own;
        private final List<String> directives;

        Purpose(String path, String own, List<String> directives) {
            this.path = path;
            this.own = own;
            this.directives = directives;
        }
    }

    /** What to do about one purpose. */
    enum Verdict {
        /** No directive limits it. */
        NOT_LIMITED,
        /** The directive lets us in already. */
        ALLOWED,
        /** The directive must name us. */
        EXTEND,
        /** A more general directive decides; a directive of its own leaves the rest as it is. */
        ADD,
        /** Addresses do not count in this policy: the tag needs the page's nonce. */
        NONCE
    }

    /** For each policy that was pasted, the advice on script and frame; a browser obeys all policies at once. */
    static List<List<PolicyAdvice>> of(String pasted, String origin) {
        List<List<PolicyAdvice>> advice = new ArrayList<>();
        for (ContentPolicy policy : ContentPolicy.of(pasted)) {
            advice.add(List.of(of(policy, Purpose.SCRIPT, origin), of(policy, Purpose.FRAME, origin)));
        }
        return advice;
    }

    private static PolicyAdvice of(ContentPolicy policy, Purpose purpose, String origin) {
        Optional<String> decides = purpose.directives.stream().filter(policy::has).findFirst();
        if (decides.isEmpty()) {
            return new PolicyAdvice(purpose, Verdict.NOT_LIMITED, "", "");
        }
        String directive = decides.get();
        if (purpose == Purpose.SCRIPT && policy.says(directive, STRICT_DYNAMIC)) {
            return new PolicyAdvice(purpose, Verdict.NONCE, directive, "");
        }
        if (policy.covers(directive, URI.create(origin + purpose.path))) {
            return new PolicyAdvice(purpose, Verdict.ALLOWED, directive, "");
        }
        boolean own = directive.equals(purpose.own) || directive.equals("script-src-elem");
        return new PolicyAdvice(purpose, own ? Verdict.EXTEND : Verdict.ADD, directive,
                policy.with(own ? directive : purpose.own, directive, origin));
    }
}
