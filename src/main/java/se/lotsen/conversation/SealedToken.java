package se.lotsen.conversation;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A conversation's token under AES-256-GCM, bound to its conversation. The key is derived from the caller's idempotency
 * key, which is stored nowhere, so a copy of the database opens nothing. Form: 12 bytes nonce, then the sealed text.
 */
final class SealedToken {
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private SealedToken() {
    }

    static byte[] seal(String token, ConversationId conversation, IdempotencyKey key) {
        byte[] nonce = new byte[NONCE_BYTES];
        new SecureRandom().nextBytes(nonce);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, token.getBytes(StandardCharsets.UTF_8), nonce, conversation,
                key);
        return ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array();
    }

    static String open(byte[] sealed, ConversationId conversation, IdempotencyKey key) {
        byte[] nonce = Arrays.copyOf(sealed, NONCE_BYTES);
        byte[] text = Arrays.copyOfRange(sealed, NONCE_BYTES, sealed.length);
        return new String(run(Cipher.DECRYPT_MODE, text, nonce, conversation, key), StandardCharsets.UTF_8);
    }

    private static byte[] run(int mode, byte[] text, byte[] nonce, ConversationId conversation,
            IdempotencyKey key) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(key.sealingKey(), "AES"),
                    new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(conversation.toString().getBytes(StandardCharsets.US_ASCII));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "The sealed token of conversation " + conversation + " is damaged", e);
        }
    }
}
