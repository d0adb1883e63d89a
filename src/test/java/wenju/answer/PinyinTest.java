package wenju.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class PinyinTest {
    private static final Pinyin PINYIN = Pinyin.shipped();

    @Test
    void sounds_followEveryReading() {
        assertEquals(List.of("gong ji jin"), PINYIN.sounds("公积金"));
        assertEquals(List.of("yin hang", "yin xing"), PINYIN.sounds("银行"));
        assertEquals(List.of(), PINYIN.sounds("5元"));
    }

    @Test
    void blurredSounds_areTheSameForWhatIsOftenConfused() {
        for (String pair : List.of("正 怎", "农 龙", "省 身", "飞 灰", "湖 福", "张 脏", "林 零", "黄 房")) {
            String[] both = pair.split(" ");
            assertEquals(PINYIN.blurredSounds(both[0]), PINYIN.blurredSounds(both[1]), pair);
        }
        assertFalse(PINYIN.blurredSounds("电").equals(PINYIN.blurredSounds("天")));
    }

    @Test
    void sameSound_oneReadingInCommonSuffices() {
        assertTrue(PINYIN.sameSound('行', '航'));
        assertTrue(PINYIN.sameSound('行', '星'));
        assertFalse(PINYIN.sameSound('行', '心'));
    }

    @Test
    void ends_areThoseOfEverySyllable() {
        assertEquals(List.of(2, 3, 4), PINYIN.ends("xianshi", 0));
    }
}
