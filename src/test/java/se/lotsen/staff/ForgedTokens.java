package se.lotsen.staff;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import no.nav.security.mock.oauth2.http.OAuth2HttpRequest;
import no.nav.security.mock.oauth2.http.OAuth2HttpResponse;
import no.nav.security.mock.oauth2.http.Route;
import no.nav.security.mock.oauth2.token.KeyProvider;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/** Answers in the provider's place where it hands out tokens, once, with an ID token of the test's own. */
final class ForgedTokens implements Route {
    static final String SUBJECT = "s-9";
    private final KeyProvider keys;
    private final String issuerId;
    private volatile @Nullable String answer;

    ForgedTokens(KeyProvider keys, String issuerId) {
        this.keys = keys;
        this.issuerId = issuerId;
    }

    /** Everything that a forged token needs. */
    record Ground(String issuer, String nonce) {
        JWTClaimsSet.Builder right() {
            return new JWTClaimsSet.Builder().issuer(issuer).subject(SUBJECT).audience("lotsen")
                    .issueTime(Date.from(Instant.now()))
                    .expirationTime(Date.from(Instant.now().plusSeconds(600)))
                    .claim("nonce", nonce).claim("name", "Eva Ek").claim("preferred_username", "eva")
                    .claim("realm_access", Map.of("roles", List.of("kc-handlaggare")));
        }
    }

    /** The next answer; {@code idToken} null for an answer without one. */
    void next(@Nullable String idToken, String accessToken) {
        answer = "{\"token_type\":\"Bearer\",\"expires_in\":600,\"access_token\":\"" + accessToken + "\""
                + (idToken == null ? "" : ",\"id_token\":\"" + idToken + "\"") + "}";
    }

    @Override
    public boolean match(OAuth2HttpRequest request) {
        return answer != null && request.getUrl().encodedPath().endsWith("/token");
    }

    @Override
    public OAuth2HttpResponse invoke(OAuth2HttpRequest request) {
        String body = answer;
        answer = null;
        return new OAuth2HttpResponse(Headers.of("Content-Type", "application/json;charset=UTF-8"), 200, body,
                null);
    }

    String make(String how, Ground ground) throws JOSEException {
        RSAKey key = keys.signingKey(issuerId).toRSAKey();
        return switch (how) {
            case "right" -> signed(ground, key, claims -> claims);
            case "expired" -> signed(ground, key, claims -> claims
                    .issueTime(Date.from(Instant.now().minusSeconds(7200)))
                    .expirationTime(Date.from(Instant.now().minusSeconds(3600))));
            case "of tomorrow" -> signed(ground, key, claims -> claims
                    .issueTime(Date.from(Instant.now().plusSeconds(86_400)))
                    .expirationTime(Date.from(Instant.now().plusSeconds(90_000))));
            case "without an end" -> signed(ground, key, claims -> claims.expirationTime(null));
            case "foreign key" -> signed(ground, new RSAKeyGenerator(2048).keyID(key.getKeyID()).generate(),
                    claims -> claims);
            case "foreign issuer" ->
                signed(ground, key, claims -> claims.issuer("https://evil.example/kommunen"));
            case "foreign audience" -> signed(ground, key, claims -> claims.audience("annan"));
            case "audience of two, for another" -> signed(ground, key,
                    claims -> claims.audience(List.of("lotsen", "annan")).claim("azp", "annan"));
            case "no audience" -> signed(ground, key, claims -> claims.audience((String) null));
            case "wrong nonce" -> signed(ground, key, claims -> claims.claim("nonce", "x" + ground.nonce()));
            case "no nonce" -> signed(ground, key, claims -> claims.claim("nonce", null));
            case "no subject" -> signed(ground, key, claims -> claims.subject(null));
            case "alg none" -> new PlainJWT(ground.right().build()).serialize();
            case "alg HS256 with the public key" -> sign(ground.right().build(),
                    new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(key.getKeyID()).build(),
                    new MACSigner(key.toRSAPublicKey().getEncoded()));
            case "without its signature" -> {
                String whole = signed(ground, key, claims -> claims);
                yield whole.substring(0, whole.lastIndexOf('.') + 1);
            }
            case "changed after signing" -> {
                String[] parts = signed(ground, key, claims -> claims).split("\\.");
                String more = ground.right().claim("realm_access", Map.of("roles", List.of("kc-chef")))
                        .build()
                        .toString();
                yield parts[0] + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(more.getBytes())
                        + "." + parts[2];
            }
            case "empty" -> "";
            case "malformed" -> "a.b.c";
            case "one word" -> "null";
            default -> throw new IllegalArgumentException(how);
        };
    }

    private static String signed(Ground ground, RSAKey key, UnaryOperator<JWTClaimsSet.Builder> change)
            throws JOSEException {
        return sign(change.apply(ground.right()).build(),
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(),
                new RSASSASigner(key));
    }

    private static String sign(JWTClaimsSet claims, JWSHeader header, JWSSigner signer) throws JOSEException {
        SignedJWT token = new SignedJWT(header, claims);
        token.sign(signer);
        return token.serialize();
    }
}
