package se.lotsen.architecture.planted;

import java.util.Set;
import se.lotsen.privacy.MaskedText;

class RestoresMaskedText {
    MaskedText text = MaskedText.restored("850709-9805", Set.of());
}
