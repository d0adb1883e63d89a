package wenju.store;

/**
 * Somebody as an identity provider knows them.
 *
 * @param id issuer and subject, which never become another's
 * @param name how they sign in there; may be empty, and may be anything
 * @param displayName for people; may be empty
 * @param role that the provider gives them here
 */
public record Identity(String id, String name, String displayName, Role role) {}
