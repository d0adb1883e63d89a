package wenju.http;

import static wenju.http.Html.el;
import static wenju.http.Html.nothing;
import static wenju.http.Html.text;
import static wenju.http.Layout.quoted;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import wenju.notice.Validity;
import wenju.store.AuditEntry;
import wenju.store.Role;

/**
 * What an entry of the audit changed, for people: a line for each thing that is another than before, from what to what.
 * Folded below it stands what stayed as it was, and the record as it is kept, so that nothing is lost. What has no name here
 * yet goes by the record's own.
 *
 * <pre>{@code
 * {"role": "staff", "disabled": false}, {"role": "editor", "disabled": false}   gives   角色  工作人员 → 编辑
 * }</pre>
 */
final class AuditChange {
    /**
     * What the records of all actions tell, in the order of its lines, which are called {@code told-…}; what lies deeper is
     * told with a point. Anything else comes after.
     */
    static final List<String> KNOWN = List.of(
            "answers",
            "notice",
            "displayName",
            "role",
            "oneTime",
            "disabled",
            "name",
            "scopes",
            "perMinute",
            "elsewhere",
            "counts",
            "revision",
            "readerVersion",
            "digest",
            "fields",
            "fields.title",
            "fields.documentNumber",
            "fields.issuedOn",
            "fields.effectiveOn",
            "fields.expiresOn",
            "ruling",
            "ruling.status",
            "ruling.since",
            "ruling.reason",
            "ruling.on",
            "line",
            "state",
            "lapse",
            "wordings",
            "text",
            "passageIds",
            "clauses",
            "reviewOn",
            "authors",
            "id",
            "edition",
            "approvedOn",
            "withdrawn",
            "entries",
            "reason");

    private static final Comparator<String> ORDER = Comparator.<String>comparingInt(
                    path -> KNOWN.contains(path) ? KNOWN.indexOf(path) : KNOWN.size())
            .thenComparing(Comparator.naturalOrder());

    private final Words words;
    private final AuditEntry entry;
    private final Map<String, @Nullable Object> before;
    private final Map<String, @Nullable Object> after;
    private final List<Html> changed = new ArrayList<>();
    private final List<Html> same = new ArrayList<>();

    private AuditChange(Words words, AuditEntry entry) {
        this.words = words;
        this.entry = entry;
        this.before = flat(entry.before());
        this.after = flat(entry.after());
    }

    /** Nothing when the record tells nothing but that it was done. */
    static Html of(Words words, AuditEntry entry) {
        return entry.before() == null && entry.after() == null ? nothing() : new AuditChange(words, entry).html();
    }

    private Html html() {
        // Two that share nothing do not tell one change: the first is what was there, the second what happened to it.
        boolean apart =
                entry.before() != null && entry.after() != null && Collections.disjoint(things(before), things(after));
        var paths = new TreeSet<>(ORDER);
        paths.addAll(before.keySet());
        paths.addAll(after.keySet());
        for (String path : paths) {
            Object was = before.get(path);
            Object is = after.get(path);
            if (Objects.equals(was, is) || isEmpty(was) && isEmpty(is) || apart && isEmpty(is)) {
                same.add(line(path, told(path, isEmpty(is) ? was : is, "span")));
            } else if (!before.containsKey(path)) {
                changed.add(line(path, told(path, is, "span")));
            } else {
                changed.add(line(path, told(path, was, "del"), text(" → "), told(path, is, "ins")));
            }
        }
        return el(
                        "div",
                        list(changed),
                        el(
                                "details",
                                el("summary", words.get(same.isEmpty() ? "auditRecord" : "auditRest")),
                                list(same),
                                record("−", entry.before()),
                                record("+", entry.after())))
                .with("class", "told");
    }

    private static Html list(List<Html> lines) {
        return lines.isEmpty() ? nothing() : el("dl", lines);
    }

    private static Html record(String sign, @Nullable String json) {
        return json == null ? nothing() : el("p", el("code", sign + " " + json));
    }

    private Html line(String path, Html... told) {
        Map<String, String> names = words.texts();
        String name = names.getOrDefault("told-" + entry.action() + "-" + path, names.get("told-" + path));
        return el("div", name == null ? quoted("dt", path) : el("dt", name), el("dd", told));
    }

    private Html told(String path, @Nullable Object value, String tag) {
        if (isEmpty(value)) {
            return text(words.get("correctNone"));
        }
        String name = name(path, value);
        return name != null && words.texts().containsKey(name) ? el(tag, words.get(name)) : quoted(tag, plain(value));
    }

    /** Of the text that says it; null when it is told as it is. */
    private static @Nullable String name(String path, Object value) {
        return switch (path) {
            case "answers" -> value instanceof Boolean on ? on ? "channelOn" : "channelOff" : null;
            case "role" -> Role.of(value.toString()).map(Role::code).orElse(null);
            case "state" -> "told-state-" + value;
            case "lapse" -> "lapse-" + value;
            case "perMinute" -> value.equals(0) ? "keyUnlimited" : null;
            case "ruling.status" ->
                Arrays.stream(Validity.Status.values())
                        .filter(status -> status.name().equals(value))
                        .map(Validity.Status::code)
                        .findFirst()
                        .orElse(null);
            default -> value instanceof Boolean yes ? yes ? "told-yes" : "told-no" : null;
        };
    }

    /** Of several each on a line. */
    private static String plain(Object value) {
        return value instanceof JsonArray several
                ? several.stream().map(String::valueOf).collect(Collectors.joining("\n"))
                : value.toString();
    }

    private static boolean isEmpty(@Nullable Object value) {
        return switch (value) {
            case null -> true;
            case String text -> text.isEmpty();
            case JsonArray several -> several.isEmpty();
            case JsonObject inner -> inner.isEmpty();
            default -> false;
        };
    }

    private static Set<String> things(Map<String, @Nullable Object> told) {
        return told.keySet().stream().map(path -> path.split("\\.", 2)[0]).collect(Collectors.toSet());
    }

    private static Map<String, @Nullable Object> flat(@Nullable String json) {
        var found = new LinkedHashMap<String, @Nullable Object>();
        if (json != null) {
            put(found, "", new JsonObject(json));
        }
        return found;
    }

    private static void put(Map<String, @Nullable Object> found, String prefix, JsonObject object) {
        object.forEach(field -> {
            String path = prefix + field.getKey();
            if (field.getValue() instanceof JsonObject inner && !inner.isEmpty()) {
                put(found, path + ".", inner);
            } else {
                found.put(path, field.getValue());
            }
        });
    }
}
