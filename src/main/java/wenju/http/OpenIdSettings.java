package wenju.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import wenju.store.Role;

/**
 * Where staff may sign in besides (OpenID Connect).
 *
 * @param issuer of the identity provider; its {@code /.well-known/openid-configuration} tells the rest
 * @param clientSecret never printed
 * @param roleClaim where the ID token names groups or roles, a path by dots: {@code realm_access.roles}
 * @param roles which value of that claim gives which role; the first that somebody has counts
 */
public record OpenIdSettings(
        String issuer, String clientId, String clientSecret, String roleClaim, SequencedMap<String, Role> roles) {
    public OpenIdSettings {
        if (roles.isEmpty()) {
            throw new IllegalArgumentException("nobody would have a role");
        }
        roles = new LinkedHashMap<>(roles);
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "OpenIdSettings[" + issuer + ", " + clientId + ", " + roleClaim + ", " + Map.copyOf(roles) + "]";
    }
}
