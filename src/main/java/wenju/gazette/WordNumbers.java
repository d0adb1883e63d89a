package wenju.gazette;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFNum;
import org.apache.poi.xwpf.usermodel.XWPFNumbering;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTAbstractNum;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTLvl;

/**
 * The numbers that Word prints before paragraphs and does not keep in their text: {@code 第三条}, {@code （二）}, {@code 1.}. Every
 * list counts by level; a level begins anew when one further out goes on.
 */
final class WordNumbers {
    private static final int LEVELS = 9;

    private final @Nullable XWPFNumbering numbering;
    private final Map<BigInteger, int[]> counters = new HashMap<>();

    WordNumbers(XWPFDocument document) {
        this.numbering = document.getNumbering();
    }

    /** The number of a paragraph, with what stands around it; empty when it has none. To be asked in the order of print. */
    String next(XWPFParagraph paragraph) {
        BigInteger list = paragraph.getNumID();
        if (list == null || numbering == null || list.signum() == 0) {
            return "";
        }
        XWPFNum num = numbering.getNum(list);
        BigInteger kind = num == null ? null : num.getCTNum().getAbstractNumId().getVal();
        if (kind == null || numbering.getAbstractNum(kind) == null) {
            return "";
        }
        BigInteger at = paragraph.getNumIlvl();
        int level = at == null ? 0 : Math.min(LEVELS - 1, Math.max(0, at.intValue()));
        CTAbstractNum levels = numbering.getAbstractNum(kind).getCTAbstractNum();
        int[] count = counters.computeIfAbsent(list, l -> new int[LEVELS]);
        count[level] = count[level] == 0 ? start(levels, level) : count[level] + 1;
        for (int inner = level + 1; inner < LEVELS; inner++) {
            count[inner] = 0;
        }
        return label(levels, level, count);
    }

    private static String label(CTAbstractNum levels, int level, int[] count) {
        CTLvl own = level(levels, level);
        if (own == null || own.getLvlText() == null || own.getLvlText().getVal() == null || !counts(own)) {
            return "";
        }
        String label = own.getLvlText().getVal();
        for (int outer = 0; outer <= level; outer++) {
            String place = "%" + (outer + 1);
            if (label.contains(place)) {
                CTLvl form = level(levels, outer);
                int value = count[outer] == 0 ? start(levels, outer) : count[outer];
                label = label.replace(place, form == null ? String.valueOf(value) : number(value, format(form)));
            }
        }
        // A mark that is a word is parted from the text, as it is in print.
        return label.endsWith("条") || label.endsWith("章") || label.endsWith("节") ? label + "\u3000" : label;
    }

    private static @Nullable CTLvl level(CTAbstractNum levels, int level) {
        return level < levels.sizeOfLvlArray() ? levels.getLvlArray(level) : null;
    }

    private static int start(CTAbstractNum levels, int level) {
        CTLvl own = level(levels, level);
        return own == null || own.getStart() == null
                ? 1
                : own.getStart().getVal().intValue();
    }

    private static String format(CTLvl level) {
        return level.getNumFmt() == null
                ? "decimal"
                : level.getNumFmt().getVal().toString();
    }

    private static boolean counts(CTLvl level) {
        return !format(level).equals("bullet") && !format(level).equals("none");
    }

    /** A value in a format of ECMA-376, 17.18.59; what Chinese documents do not use is printed in digits. */
    private static String number(int value, String format) {
        return switch (format) {
            case "chineseCounting",
                    "chineseCountingThousand",
                    "japaneseCounting",
                    "ideographDigital",
                    "taiwaneseCounting",
                    "taiwaneseCountingThousand" -> ChineseNumerals.of(value);
            case "decimalEnclosedCircle", "decimalEnclosedCircleChinese" ->
                value <= 20 ? String.valueOf((char) ('①' + value - 1)) : String.valueOf(value);
            case "upperLetter" -> letter(value, 'A');
            case "lowerLetter" -> letter(value, 'a');
            default -> String.valueOf(value);
        };
    }

    private static String letter(int value, char first) {
        return value <= 26 ? String.valueOf((char) (first + value - 1)) : String.valueOf(value);
    }
}
