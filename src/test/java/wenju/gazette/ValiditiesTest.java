package wenju.gazette;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wenju.notice.Notice;

class ValiditiesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "本通知自印发之日起施行，有效期五年。 | 2021-04-01 | 2026-04-01",
                "本通知自印发之日起施行，有效期6个月。 | 2021-04-01 | 2021-10-01",
                "本通知自2021年5月1日起施行，试行两年。 | 2021-05-01 | 2023-05-01",
                "本通知自2021年5月1日起试行。 | 2021-05-01 | -",
                "本通知自2021年5月1日起施行，有效期至2024年12月31日。 | 2021-05-01 | 2024-12-31",
                "本通知自2021年5月1日起施行，至2024年12月31日止。 | 2021-05-01 | 2024-12-31",
                "本通知自2021年5月1日至2024年12月31日执行。 | 2021-05-01 | 2024-12-31",
                "本通知自印发之日起三十日后施行。 | 2021-05-01 | -",
                "本通知自发布之日起满30日施行。 | - | -",
                "本通知印发后，《甲办法》自2020年1月1日起停止执行。 | - | -",
            })
    void sentence_setsTheTerm(String sentence, String effective, String expires) {
        Notice notice = GazetteReader.read(
                        "示例.txt",
                        "甲市人民政府关于加强管理的通知（暂行）\n\n甲政〔2021〕9号 2021年4月1日\n\n各区人民政府：\n\n一、请认真贯彻执行。\n\n二、" + sentence)
                .notices()
                .getFirst();

        assertEquals(
                effective,
                notice.effectiveOn() == null ? null : notice.effectiveOn().toString());
        assertEquals(
                expires, notice.expiresOn() == null ? null : notice.expiresOn().toString());
    }
}
