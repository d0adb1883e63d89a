package wenju.http;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import wenju.store.Role;

/** A part of the desk that has a page, in the order of the navigation. Whoever adds a page adds its constant here. */
enum Section {
    SEARCH("/desk", "deskSearch", Set.of(Role.STAFF, Role.EDITOR)),
    ADMIN("/desk/admin", "deskAdmin", Set.of(Role.ADMINISTRATOR, Role.AUDITOR)),
    QUEUE("/desk/queue", "deskQueue", Set.of(Role.EDITOR)),
    ANSWERS("/desk/answers", "deskAnswers", Set.of(Role.STAFF, Role.EDITOR)),
    NOTICES("/desk/notices", "deskNotices", Set.of(Role.EDITOR, Role.AUDITOR)),
    FIGURES("/desk/figures", "deskFigures", Set.of(Role.EDITOR, Role.ADMINISTRATOR, Role.AUDITOR)),
    ACCOUNT("/desk/account", "deskAccount", Set.of(Role.values()));

    private final String path;
    private final String text;
    private final Set<Role> roles;

    Section(String path, String text, Set<Role> roles) {
        this.path = path;
        this.text = text;
        this.roles = Set.copyOf(roles);
    }

    /** The address of its page. */
    String path() {
        return path;
    }

    /** The name of its text in {@link Words}. */
    String text() {
        return text;
    }

    /** Who may see it. */
    Set<Role> roles() {
        return roles;
    }

    /** Where somebody starts. */
    static Section firstOf(Role role) {
        Optional<Section> first = Arrays.stream(values())
                .filter(section -> section.roles.contains(role))
                .findFirst();
        return first.orElseThrow();
    }
}
