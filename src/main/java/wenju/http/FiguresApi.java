package wenju.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import wenju.store.Door;
import wenju.store.Figures;

/** {@code GET /api/v1/desk/figures}, and the same as tables for spreadsheets. */
final class FiguresApi {
    static final String CSV = "/api/v1/desk/figures.csv";

    private final Desk desk;
    private final Clock clock;

    FiguresApi(Desk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    record CountJson(
            long questions,
            long answered,
            long useful,
            long notUseful,
            @Nullable Long medianMillis,
            @Nullable Long p95Millis) {
        static CountJson of(Figures.Count count) {
            return new CountJson(
                    count.questions(),
                    count.answered(),
                    count.useful(),
                    count.notUseful(),
                    count.medianMillis(),
                    count.slowMillis());
        }
    }

    record DayJson(LocalDate day, @JsonUnwrapped CountJson count) {}

    record CitedJson(
            String id, String title, @Nullable String documentNumber, String url, long answers, List<String> headings) {
        static CitedJson of(Figures.Cited cited) {
            return new CitedJson(
                    cited.id(),
                    cited.title(),
                    cited.number(),
                    "/notices/" + cited.id(),
                    cited.answers(),
                    cited.headings());
        }
    }

    record FiguresJson(
            LocalDate from,
            LocalDate to,
            @Nullable String door,
            CountJson total,
            List<DayJson> days,
            List<CitedJson> notices,
            List<Figures.Asked> asked,
            List<Figures.Asked> unanswered) {
        static FiguresJson of(Figures figures) {
            Door door = figures.span().door();
            return new FiguresJson(
                    figures.span().from(),
                    figures.span().to(),
                    door == null ? null : door.code(),
                    CountJson.of(figures.total()),
                    figures.days().stream()
                            .map(day -> new DayJson(day.day(), CountJson.of(day.count())))
                            .toList(),
                    figures.notices().stream().map(CitedJson::of).toList(),
                    figures.asked(),
                    figures.unanswered());
        }
    }

    void get(RoutingContext ctx) {
        desk.figures()
                .of(FiguresQuery.of(ctx.queryParams(), clock))
                .onSuccess(figures -> {
                    ctx.response().putHeader("Cache-Control", "no-store");
                    Body.json(ctx, FiguresJson.of(figures));
                })
                .onFailure(ctx::fail);
    }

    void export(RoutingContext ctx) {
        String table = Objects.requireNonNullElse(ctx.queryParams().get("table"), "days");
        desk.figures()
                .of(FiguresQuery.of(ctx.queryParams(), clock))
                .onSuccess(figures -> {
                    String name = "wenju-" + table + "-" + figures.span().from() + "-"
                            + figures.span().to() + ".csv";
                    ctx.response()
                            .putHeader("Cache-Control", "no-store")
                            .putHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
                    Body.send(ctx, Csv.MEDIA_TYPE, Buffer.buffer(csv(figures, table)));
                })
                .onFailure(ctx::fail);
    }

    private static String csv(Figures figures, String table) {
        return switch (table) {
            case "days" ->
                Csv.of(List.of("日期", "提问", "答上", "答上率", "说有用", "说没用", "有用率", "用时中位数（毫秒）", "用时95%（毫秒）"), days(figures));
            case "notices" ->
                Csv.of(
                        List.of("文件", "文号", "首先引用它的答复", "引用得多的章节"),
                        figures.notices().stream()
                                .map(cited -> Arrays.asList(
                                        cited.title(),
                                        cited.number(),
                                        cited.answers(),
                                        String.join("；", cited.headings())))
                                .toList());
            case "asked" -> questions(figures.asked());
            case "unanswered" -> questions(figures.unanswered());
            default -> throw new IllegalArgumentException("table " + table);
        };
    }

    private static List<List<@Nullable Object>> days(Figures figures) {
        var rows = new ArrayList<List<@Nullable Object>>();
        for (Figures.Day day : figures.days()) {
            Figures.Count count = day.count();
            rows.add(Arrays.asList(
                    day.day(),
                    count.questions(),
                    count.answered(),
                    rounded(count.answeredShare()),
                    count.useful(),
                    count.notUseful(),
                    rounded(count.usefulShare()),
                    count.medianMillis(),
                    count.slowMillis()));
        }
        return rows;
    }

    private static String questions(List<Figures.Asked> asked) {
        return Csv.of(
                List.of("问题", "问过", "没有答上"),
                asked.stream()
                        .map(one -> List.of(one.question(), one.times(), one.unanswered()))
                        .toList());
    }

    /** To three digits after the point. */
    static @Nullable BigDecimal rounded(@Nullable Double share) {
        return share == null ? null : BigDecimal.valueOf(share).setScale(3, RoundingMode.HALF_UP);
    }
}
