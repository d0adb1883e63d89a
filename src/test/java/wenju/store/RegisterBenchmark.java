package wenju.store;

import static wenju.store.SharedDatabase.await;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import wenju.notice.AssumedTerms;
import wenju.notice.Notice;
import wenju.notice.Relation;
import wenju.notice.Validity;
import wenju.store.NoticeRegister.Filter;
import wenju.store.NoticeRegister.View;

/**
 * How long the lists of notices take over 5,000 notices with 50,000 passages, a tenth of them repealed by others, a twentieth with a
 * term of their own and all with an assumed one: the median of 30. It leaves its database in a temporary directory.
 *
 * <pre>
 * mvn -q test-compile
 * mvn -q dependency:build-classpath -Dmdep.outputFile=target/classpath
 * java -cp target/test-classes:target/classes:$(cat target/classpath) wenju.store.RegisterBenchmark
 * </pre>
 */
final class RegisterBenchmark {
    private static final int GAZETTES = 50;
    private static final int NOTICES = 100;
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final AssumedTerms TERMS = new AssumedTerms(Map.of("示例市", new AssumedTerms.Term(5, 2, 1)));
    private static final String[] TEXTS = IntStream.rangeClosed(1, 10)
            .mapToObj(i -> "第" + i + "条 有关单位应当加强管理，明确责任，建立台账，定期检查，发现问题及时处理并报告。".repeat(3))
            .toArray(String[]::new);

    private RegisterBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        Vertx vertx = Vertx.vertx();
        Path directory = Files.createTempDirectory("wenju-register-");
        Database database = await(Database.open(vertx, DatabaseSettings.DEFAULTS, directory));
        try {
            var store = new NoticeStore(database, "1", TERMS);
            for (int gazette = 0; gazette < GAZETTES; gazette++) {
                String name = "示例市公报" + gazette + ".txt";
                int first = gazette * NOTICES;
                List<Notice> notices = IntStream.range(first, first + NOTICES)
                        .mapToObj(i -> notice(i, name))
                        .toList();
                await(store.save(name, "d", notices, Actor.PROGRAM));
            }
            var register = new NoticeRegister(database, TERMS);
            await(register.withdraw(notice(7, "").id(), 0, "试验", Actor.PROGRAM));
            for (String state : new String[] {"before statistics", "after"}) {
                System.out.println(state);
                measure("newest", () -> register.list(filter(View.IN_SIGHT, "", null)));
                measure("one number", () -> register.list(filter(View.IN_SIGHT, "示政〔2003〕17号", null)));
                measure("nothing found", () -> register.list(filter(View.IN_SIGHT, "月亮 兔子", null)));
                for (Validity.Status status : Validity.Status.values()) {
                    measure("register " + status, () -> register.list(filter(View.IN_SIGHT, "", status)));
                    measure(
                            "public list " + status,
                            () -> store.list(new NoticeFilter(null, null, null, status, TODAY, 50, null)));
                }
                measure("ending", () -> register.list(filter(View.ENDING, "", null)));
                measure("withdrawn", () -> register.list(filter(View.WITHDRAWN, "", null)));
                measure("gazettes", register::gazettes);
                await(database.pool().query("ANALYZE").execute());
            }
        } finally {
            await(database.close());
            await(vertx.close());
        }
    }

    private static Filter filter(View view, String words, Validity.Status status) {
        return new Filter(view, words, null, status, TODAY, 50, null);
    }

    /** Every tenth repeals the one before it. */
    private static Notice notice(int i, String gazette) {
        LocalDate issued = LocalDate.of(2000, 1, 1).plusDays(2L * i);
        SampleNotice notice = SampleNotice.titled("示例市第" + i + "类场所管理办法")
                .in(gazette)
                .numbered("示政〔" + issued.getYear() + "〕" + i + "号")
                .issued(issued.toString())
                .inForce(issued.toString(), i % 20 == 0 ? issued.plusYears(3).toString() : null)
                .text(TEXTS);
        return (i % 10 == 1
                        ? notice.says(
                                Relation.Kind.REPEALS,
                                notice(i - 1, gazette).number().text(),
                                null)
                        : notice)
                .notice();
    }

    private static void measure(String name, Supplier<Future<?>> asking) {
        long[] millis = new long[30];
        for (int i = 0; i < millis.length; i++) {
            long began = System.nanoTime();
            await(asking.get());
            millis[i] = (System.nanoTime() - began) / 1_000_000;
        }
        Arrays.sort(millis);
        System.out.println(name + ": median " + millis[15] + " ms, slowest " + millis[29] + " ms");
    }
}
