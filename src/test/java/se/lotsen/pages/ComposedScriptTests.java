package se.lotsen.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Modules that are put together into one script. */
class ComposedScriptTests {

    private static String compose(Map<String, String> modules) {
        return ComposedScript.of("main", modules::get);
    }

    @Test
    void aModuleStandsOnceAfterWhatItNeedsInAFunctionOfItsOwn() {
        assertThat(compose(Map.of(
                "main", "import { a } from './one.js';\nimport { B, c } from './two.js';\na(B, c);\n",
                "one", "const own = 1;\nexport function a() { return own; }\n",
                "two",
                "import { a } from './one.js';\nconst own = 2;\nexport class B {}\nexport const c = a() + own;\n")))
                .isEqualTo("""
                        const { a } = (() => {
                        const own = 1;
                        function a() { return own; }
                        return { a };
                        })();
                        const { B, c } = (() => {
                        const own = 2;
                        class B {}
                        const c = a() + own;
                        return { B, c };
                        })();
                        (() => {
                        a(B, c);
                        })();
                        """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"import all from './one.js';\n", "import * as one from './one.js';\n",
            "import { a as b } from './one.js';\n", "export default 1;\n", "export { a };\n",
            "export let a = 1;\n", "import('./one.js').then(() => {});\n", "import './one.js';\n"})
    void aFormThatWouldMeanSomethingElseIsRefused(String form) {
        assertThatIllegalStateException().isThrownBy(() -> compose(Map.of("main", form, "one",
                "export const a = 1;\n"))).withMessageStartingWith("main.js: ");
    }

    @Test
    void modulesThatNeedEachOtherAreRefused() {
        assertThatIllegalStateException().isThrownBy(() -> compose(Map.of(
                "main", "import { a } from './one.js';\n",
                "one", "import { b } from './two.js';\nexport const a = 1;\n",
                "two", "import { a } from './one.js';\nexport const b = 1;\n")))
                .withMessage("Modules need each other: [main, one, two] one");
    }

    @Test
    void aNameThatTwoModulesExportIsRefused() {
        assertThatIllegalStateException().isThrownBy(() -> compose(Map.of(
                "main", "import { a } from './one.js';\nimport { b } from './two.js';\n",
                "one", "export const a = 1;\n", "two", "export const a = 2;\nexport const b = 1;\n")))
                .withMessage("two.js exports what another module does: a");
    }
}
