package wenju.gazette;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Tells true marks from lines that only look like one. A mark counts when it opens a list (its number is 1) or goes on
 * where its family stood: {@code 2. 5 平均浓度} after {@code 3.} is a wrapped line, {@code 4.} is the next item. Articles and
 * chapters may leave out up to {@value #LARGEST_GAP} numbers, prints do.
 *
 * <p>Holds the state of one notice; not for several threads.
 */
final class Numbering {
    private static final int LARGEST_GAP = 3;
    /** How far ahead, in lines, the first section of a decimal chapter may stand. */
    private static final int LOOK_AHEAD = 60;
    /** Lines from an announced attachment to the date of the signature: the rest of its title, who signs. */
    private static final int SIGNATURE_WITHIN = 4;

    private static final Pattern NAMES_NEXT = Pattern.compile("[：:、，]$|见$");
    /** After the title of an attachment that is only announced. */
    private static final Pattern NO_ATTACHMENT = Pattern.compile("^[(（](?:略|此件|联系|共)");

    private final Map<Mark.Kind, Integer> last = new EnumMap<>(Mark.Kind.class);
    private final Map<List<Integer>, Integer> lastDecimal = new HashMap<>();

    /** Whether the mark at the head of line {@code at} continues the numbering; if so it is remembered. */
    Optional<Mark> accept(List<SourceLine> lines, int at) {
        for (Mark mark : marks(lines, at)) {
            if (continues(mark, lines, at)) {
                remember(mark);
                return Optional.of(mark);
            }
        }
        return Optional.empty();
    }

    private List<Mark> marks(List<SourceLine> lines, int at) {
        String line = lines.get(at).raw();
        List<Mark> marks = Mark.at(line);
        return marks.isEmpty()
                ? Mark.titledAttachment(line)
                        .filter(mark -> opensAttachment(lines, at))
                        .map(List::of)
                        .orElse(marks)
                : marks;
    }

    /**
     * Whether the attachment itself follows: not another that is announced, nor the signature that ends announcements, nor
     * the text that only named it.
     */
    private boolean opensAttachment(List<SourceLine> lines, int at) {
        if (at + 1 == lines.size()
                || at > 0
                        && (namesAttachment(lines.get(at - 1))
                                || isBareHeading(lines.get(at - 1))
                                || NAMES_NEXT
                                        .matcher(lines.get(at - 1).compact())
                                        .find())) {
            return false;
        }
        for (int i = at + 1; i < Math.min(lines.size(), at + 1 + SIGNATURE_WITHIN); i++) {
            SourceLine line = lines.get(i);
            if (Sentences.endsSentence(line.compact())
                    && Mark.at(line.raw()).stream().noneMatch(this::goesOn)) {
                return true;
            }
            if (namesAttachment(line)
                    || Dates.whole(line.compact()).isPresent()
                    || NO_ATTACHMENT.matcher(line.compact()).find()
                    || Mark.at(line.raw()).stream().anyMatch(this::goesOn)) {
                return false;
            }
        }
        return true;
    }

    /** A heading right above has nothing under it: both are entries of a table of contents. */
    private static boolean isBareHeading(SourceLine line) {
        return !Sentences.endsSentence(line.compact())
                && Mark.at(line.raw()).stream()
                        .anyMatch(mark -> mark.kind() == Mark.Kind.DECIMAL
                                || mark.kind().compareTo(Mark.Kind.ARTICLE) < 0 && mark.kind() != Mark.Kind.ATTACHMENT);
    }

    private static boolean namesAttachment(SourceLine line) {
        return line.compact().startsWith("附")
                && (Mark.titledAttachment(line.raw()).isPresent()
                        || Mark.at(line.raw()).stream().anyMatch(mark -> mark.kind() == Mark.Kind.ATTACHMENT));
    }

    /** Whether a mark is the next of the outline, and no first one. */
    private boolean goesOn(Mark mark) {
        if (mark.kind() == Mark.Kind.DECIMAL) {
            List<Integer> parent = mark.path().subList(0, mark.depth() - 1);
            return mark.ordinal() > 1 && mark.ordinal() == lastDecimal.getOrDefault(parent, 0) + 1;
        }
        return mark.ordinal() > 1
                && mark.kind().compareTo(Mark.Kind.CHINESE) <= 0
                && mark.ordinal() == standsAt(mark.kind()) + 1;
    }

    /** What {@link #accept} would say, without remembering it. */
    boolean wouldAccept(List<SourceLine> lines, int at) {
        return marks(lines, at).stream().anyMatch(mark -> continues(mark, lines, at));
    }

    /** The number at which a family stands; 0 before its first. */
    int standsAt(Mark.Kind kind) {
        return last.getOrDefault(kind, 0);
    }

    private boolean continues(Mark mark, List<SourceLine> lines, int at) {
        int previous = standsAt(mark.kind());
        return switch (mark.kind()) {
            case ATTACHMENT -> true;
            case ARTICLE ->
                mark.ordinal() == 1
                        || mark.ordinal() == previous && mark.label().contains("之")
                        || mark.ordinal() > previous
                                && (mark.ordinal() <= previous + LARGEST_GAP || beginsClearly(mark, lines, at));
            case PART, CHAPTER, SECTION ->
                mark.ordinal() == 1 || mark.ordinal() > previous && mark.ordinal() <= previous + LARGEST_GAP;
            case DECIMAL -> continuesDecimal(mark, lines, at);
            default -> mark.ordinal() == 1 || mark.ordinal() == previous + 1 || mark.ordinal() == previous + 2;
        };
    }

    /**
     * Whether an article far ahead is one all the same: an excerpt, an amendment. Its number stands apart from its text, the
     * line before it ends a sentence or is the document's first, and no list goes on that could be quoting it.
     */
    private boolean beginsClearly(Mark mark, List<SourceLine> lines, int at) {
        String rest = lines.get(at).raw().substring(mark.length());
        return !rest.isBlank()
                && Character.isWhitespace(rest.charAt(0))
                && (at == 0 || Sentences.endsSentence(lines.get(at - 1).compact()) || standsAt(Mark.Kind.CHAPTER) > 0)
                && (standsAt(Mark.Kind.ARTICLE) > 0 || standsAt(Mark.Kind.CHINESE) == 0);
    }

    private boolean continuesDecimal(Mark mark, List<SourceLine> lines, int at) {
        List<Integer> parent = mark.path().subList(0, mark.depth() - 1);
        int previous = lastDecimal.getOrDefault(parent, 0);
        if (beginsAgain(mark, lines, at)) {
            return true;
        }
        if (mark.ordinal() != previous + 1 && mark.ordinal() != previous + 2) {
            return false;
        }
        if (mark.depth() > 1) {
            // 1.1 needs a section 1 that is open.
            List<Integer> grandparent = parent.subList(0, parent.size() - 1);
            return lastDecimal.getOrDefault(grandparent, 0).equals(parent.getLast());
        }
        return followedBySection(mark.ordinal(), lines, at)
                || isBetweenSections(mark, lines, at)
                || mark.ordinal() == 1 && followedByChapter(lines, at);
    }

    /** Whether {@code 1 总则} stands here after {@code 1} has been: what came before was a table of contents, or another document. */
    private boolean beginsAgain(Mark mark, List<SourceLine> lines, int at) {
        return mark.depth() == 1
                && mark.ordinal() == 1
                && lastDecimal.containsKey(List.of())
                && lines.get(at).compact().length() > 1
                && lines.get(at).width() < 40
                && !Sentences.endsSentence(lines.get(at).compact())
                && followedBySection(1, lines, at);
    }

    /** A chapter's bare number is believed when its first section follows. */
    private static boolean followedBySection(int chapter, List<SourceLine> lines, int at) {
        String number = String.valueOf(chapter);
        for (int i = at + 1; i < Math.min(lines.size(), at + LOOK_AHEAD); i++) {
            String line = lines.get(i).compact();
            if (line.length() < number.length() + 2 || !line.regionMatches(number.length() + 1, "1", 0, 1)) {
                continue;
            }
            for (Mark next : Mark.at(lines.get(i).raw())) {
                if (next.kind() == Mark.Kind.DECIMAL && next.path().equals(List.of(chapter, 1))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** A first chapter may have no sections, the second then has: {@code 1 总则} over text, {@code 2 职责} over {@code 2.1 领导}. */
    private static boolean followedByChapter(List<SourceLine> lines, int at) {
        if (!isTitled(lines.get(at), 1)) {
            return false;
        }
        for (int i = at + 1; i < Math.min(lines.size(), at + LOOK_AHEAD); i++) {
            if (lines.get(i).compact().startsWith("2")
                    && isTitled(lines.get(i), 2)
                    && Mark.at(lines.get(i).raw()).stream()
                            .anyMatch(mark -> mark.kind() == Mark.Kind.DECIMAL
                                    && mark.path().equals(List.of(2)))) {
                return followedBySection(2, lines, i);
            }
        }
        return false;
    }

    private static boolean isTitled(SourceLine line, int chapter) {
        return line.compact().length() > String.valueOf(chapter).length()
                && line.width() < 40
                && !Sentences.endsSentence(line.compact());
    }

    /** A chapter without sections is believed when chapters stand and its title is on the same line. */
    private boolean isBetweenSections(Mark mark, List<SourceLine> lines, int at) {
        SourceLine line = lines.get(at);
        return mark.ordinal() > 1
                && line.text().length() > mark.label().length()
                && line.width() < 40
                && !Sentences.endsSentence(line.text())
                && lastDecimal.keySet().stream().anyMatch(path -> path.size() == 1);
    }

    private void remember(Mark mark) {
        if (mark.kind() == Mark.Kind.DECIMAL) {
            if (mark.depth() == 1 && mark.ordinal() == 1) {
                lastDecimal.clear();
            }
            List<Integer> parent = mark.path().subList(0, mark.depth() - 1);
            lastDecimal.put(List.copyOf(parent), mark.ordinal());
            lastDecimal.remove(mark.path());
        } else {
            last.put(mark.kind(), mark.ordinal());
        }
        if (mark.kind() == Mark.Kind.ATTACHMENT) {
            last.clear();
            last.put(Mark.Kind.ATTACHMENT, mark.ordinal());
            lastDecimal.clear();
        }
    }
}
