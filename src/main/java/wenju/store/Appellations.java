package wenju.store;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wenju.notice.DocumentNumber;
import wenju.notice.Notice;
import wenju.notice.Relation;

/**
 * What a notice may be called by in another notice, as keys that are equal when the names mean the same. 《示例市人民政府
 * 关于印发示例市电梯管理办法的通知》 of 示例市人民政府 is also called 《关于印发示例市电梯管理办法的通知》 and 《示例市电梯管理办法》.
 */
final class Appellations {
    /** A covering notice is called by what it puts into force. */
    private static final Pattern COVER = Pattern.compile("关于(?:印发|发布|公布|颁布)(?<inner>.+)的(?:通知|公告|决定|命令|令)");

    /** A key and whether it is one of a number. */
    record Key(boolean byNumber, String text) {}

    private Appellations() {}

    static Set<Key> of(Notice notice) {
        var keys = new LinkedHashSet<Key>();
        if (notice.number() != null) {
            keys.add(new Key(true, notice.number().key()));
        }
        String title = titleKey(notice.title());
        String bare = withoutIssuer(title, notice.issuer());
        keys.add(new Key(false, title));
        keys.add(new Key(false, bare));
        keys.add(new Key(false, titleKey(notice.issuer()) + bare));
        Matcher cover = COVER.matcher(bare);
        if (cover.matches()) {
            keys.add(new Key(false, cover.group("inner")));
        }
        keys.removeIf(key -> key.text().isEmpty());
        return keys;
    }

    /** The key of what a relation names: its number or, when it gives none, its title. */
    static Key of(Relation relation) {
        return DocumentNumber.parse(relation.target())
                .map(number -> new Key(true, number.key()))
                .orElseGet(() -> new Key(
                        false,
                        titleKey(relation.targetTitle().isBlank() ? relation.target() : relation.targetTitle())));
    }

    private static String titleKey(String title) {
        return Normalizer.normalize(title, Normalizer.Form.NFKC).replaceAll("[\\s《》〈〉「」『』“”\"]", "");
    }

    private static String withoutIssuer(String title, String issuer) {
        return Arrays.stream(issuer.split("、"))
                .map(Appellations::titleKey)
                .reduce(
                        title,
                        (left, name) -> left.startsWith(name)
                                ? left.substring(name.length()).replaceFirst("^、", "")
                                : left);
    }
}
