package wenju.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssumedTermsTest {
    private static final LocalDate ISSUED = LocalDate.of(2015, 3, 1);
    private static final Standing SILENT = new Standing(null, null, List.of());
    private static final AssumedTerms TERMS = new AssumedTerms(Map.of("示例市", new AssumedTerms.Term(5, 2, 1)));

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "示例市, 示例市渡口管理办法, 通知, 2020-03-01",
                "示例市, 示例市渡口管理暂行办法, 通知, 2017-03-01",
                "示例市, 示例市人民政府关于渡口标准的通告, 通告, 2016-03-01",
                "示例市, 示例市渡口管理办法, 令, -",
                "示例市, 示例市人民政府关于表彰落实意见先进单位的通报, 通报, -",
                "外市, 外市渡口管理办法, 通知, -",
            })
    void table_setsTheTermOfItsJurisdiction(String jurisdiction, String title, String kind, String expires) {
        Standing standing = TERMS.applied(SILENT, jurisdiction, title, kind, ISSUED);

        assertEquals(expires == null ? null : LocalDate.parse(expires), standing.expiresOn());
    }

    @Test
    void expiry_saysThatItWasAssumed() {
        Standing standing = TERMS.applied(SILENT, "示例市", "示例市渡口管理办法", "通知", ISSUED);

        Validity validity = standing.on(LocalDate.of(2021, 1, 1));

        assertEquals(Validity.Status.EXPIRED, validity.status());
        assertEquals("文件未写明期限，按示例市规范性文件默认5年计，有效期至2020-03-01", validity.reason());
    }

    @Test
    void ownTerm_outweighsTheTable() {
        var stated = new Standing(ISSUED, LocalDate.of(2030, 1, 1), List.of());

        assertEquals(stated, TERMS.applied(stated, "示例市", "示例市渡口管理办法", "通知", ISSUED));
    }

    @Test
    void withoutTable_nothingIsAssumed() {
        assertEquals(SILENT, AssumedTerms.NONE.applied(SILENT, "示例市", "示例市渡口管理办法", "通知", ISSUED));
    }

    @Test
    void negativeYears_areRefused() {
        assertThrows(IllegalArgumentException.class, () -> new AssumedTerms.Term(-1, 0, 0));
    }
}
