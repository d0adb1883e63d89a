package wenju.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LongTableTest {
    @Test
    void get_anyNumber_isAsInAMap() {
        var random = new Random(1);
        for (int size : new int[] {0, 1, 2, 3, 7, 100, 5_000}) {
            Map<Long, Integer> entries = new HashMap<>();
            for (int i = 0; i < size; i++) {
                // Pairs of characters: both halves vary little.
                entries.put((long) (0x4e00 + random.nextInt(3_000)) << 32 | 0x4e00 + random.nextInt(3_000), i);
            }
            entries.put(0L, -1);
            entries.put(-1L, -2);
            LongTable<String> table = LongTable.of(entries, String::valueOf);

            entries.forEach((key, value) -> assertEquals(String.valueOf(value), table.get(key)));
            for (int i = 0; i < 1_000; i++) {
                long absent = random.nextLong();
                if (!entries.containsKey(absent)) {
                    assertNull(table.get(absent));
                }
            }
        }
    }
}
