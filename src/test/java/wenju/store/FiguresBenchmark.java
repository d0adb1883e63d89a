package wenju.store;

import static wenju.store.SharedDatabase.await;

import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How long the figures take over 100,000 kept questions of 180 days, with texts of the usual length, on 2,000 notices with 50,000
 * passages: the median of 30, for the spans that the page offers. It leaves its database in a temporary directory.
 *
 * <pre>
 * mvn -q test-compile
 * mvn -q dependency:build-classpath -Dmdep.outputFile=target/classpath
 * java -cp target/test-classes:target/classes:$(cat target/classpath) wenju.store.FiguresBenchmark
 * </pre>
 */
final class FiguresBenchmark {
    private static final String SEED = """
            INSERT INTO configuration (digest, settings) VALUES ('bench', '{}') ON CONFLICT DO NOTHING;
            INSERT INTO gazette (name, digest, reader_version) VALUES ('bench', '', '');
            INSERT INTO notice (id, number, title, issuer, jurisdiction, kind, gazette, first_line, last_line, revision, written)
            SELECT left(md5(i::text), 12), NULL, '关于第' || i || '件事的通知', '示例市人民政府', '示例市', '通知', 'bench', 1, 2, 1, 1
            FROM generate_series(1, 2000) AS i;
            INSERT INTO passage (notice_id, position, form, locator, headings, lead_in, text, first_line, last_line)
            SELECT left(md5(i::text), 12), p, 'CLAUSE', '{}', ARRAY['第' || (p / 5) || '章'], '', repeat('条文', 60), 1, 2
            FROM generate_series(1, 2000) AS i, generate_series(0, 24) AS p;
            INSERT INTO answer (id, given_at, conversation, question, history, filters, most, understood_as, outcome, excerpts,
                                revision, configuration, millis, likeness, trouble, door)
            SELECT gen_random_uuid(), now() - i * interval '155 seconds', md5((i / 2)::text), '请问第' || topic || '件事怎么办，要带什么材料',
                   '{}', '{"jurisdiction": null, "inForceOnly": false}', 5, '第' || topic || '件事怎么办，要带什么材料',
                   CASE WHEN i % 4 = 0 THEN 'unanswered' ELSE 'answered' END,
                   CASE WHEN i % 4 = 0 THEN '[]'::jsonb ELSE (
                       SELECT jsonb_agg(jsonb_build_object('passageId', left(md5((topic % 2000)::text), 12) || '-' || (i + e) % 25,
                                                           'confidence', 0.9 - e * 0.1))
                       FROM generate_series(0, 4) AS e) END,
                   1, 'bench', 3 + (random() * random() * 200)::integer, left(md5(topic::text), 16),
                   CASE WHEN i % 4 = 0 THEN 'unanswered' END, (ARRAY['page', 'widget', 'api', 'chat', 'mcp'])[1 + i % 5]
            FROM (SELECT i, floor(random() * random() * 20000)::integer AS topic FROM generate_series(1, 100000) AS i) AS asked;
            INSERT INTO feedback (answer_id, helpful, comment)
            SELECT id, random() < 0.7, '' FROM answer WHERE random() < 0.2""";

    private FiguresBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        Vertx vertx = Vertx.vertx();
        Path directory = Files.createTempDirectory("wenju-figures-");
        Database database = await(Database.open(vertx, DatabaseSettings.DEFAULTS, directory));
        try {
            for (String statement : SEED.split(";\n")) {
                await(database.pool().query(statement).execute());
            }
            var figures = new AnswerFigures(database);
            measure(figures, 30, null);
            vacuum(vertx, database);
            for (int days : new int[] {7, 30, 90, 180}) {
                measure(figures, days, null);
                measure(figures, days, Door.PAGE);
            }
        } finally {
            await(database.close());
            await(vertx.close());
        }
    }

    /** As the server does by itself in the course of a minute. */
    private static void vacuum(Vertx vertx, Database database) {
        PgConnection owner =
                await(PgConnection.connect(vertx, database.ownerUri().connectOptions()));
        await(owner.query("VACUUM ANALYZE").execute());
        await(owner.close());
    }

    private static void measure(AnswerFigures figures, int days, @Nullable Door door) {
        var span = new Figures.Span(
                LocalDate.now(ZoneId.of("Asia/Shanghai")).minusDays(days - 1L),
                LocalDate.now(ZoneId.of("Asia/Shanghai")),
                ZoneId.of("Asia/Shanghai"),
                door);
        long[] millis = new long[30];
        long questions = 0;
        for (int i = 0; i < millis.length; i++) {
            long began = System.nanoTime();
            questions = await(figures.of(span)).total().questions();
            millis[i] = (System.nanoTime() - began) / 1_000_000;
        }
        Arrays.sort(millis);
        System.out.println(days + " days, " + (door == null ? "every door" : door.code()) + ", " + questions
                + " questions: median " + millis[15] + " ms, slowest " + millis[29] + " ms");
    }
}
