package wenju.store;

import static wenju.store.SharedDatabase.await;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * How long a page of the queue takes over 100,000 kept questions in trouble, in 20,000 groups: the median of 50, for the first page
 * and for a far one. It leaves its database in a temporary directory.
 *
 * <pre>
 * mvn -q test-compile
 * mvn -q dependency:build-classpath -Dmdep.outputFile=target/classpath
 * java -cp target/test-classes:target/classes:$(cat target/classpath) wenju.store.QueueBenchmark
 * </pre>
 */
final class QueueBenchmark {
    private static final String SEED = """
            INSERT INTO configuration (digest, settings) VALUES ('bench', '{}') ON CONFLICT DO NOTHING;
            INSERT INTO answer (id, given_at, question, history, filters, most, understood_as, outcome, excerpts, revision,
                                configuration, millis, likeness, trouble)
            SELECT gen_random_uuid(), now() - i * interval '1 minute', '问题 ' || i, '{}', '{}', 5, '问题 ' || i, 'unanswered', '[]', 1,
                   'bench', 5, left(md5((floor(random() * random() * 20000))::text), 16), 'unanswered'
            FROM generate_series(1, 100000) AS i;
            INSERT INTO queue_decision (likeness, state, reason)
            SELECT DISTINCT likeness, 'setAside', '试' FROM answer WHERE likeness < '1'""";

    private QueueBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        Vertx vertx = Vertx.vertx();
        Path directory = Files.createTempDirectory("wenju-queue-");
        Database database = await(Database.open(vertx, DatabaseSettings.DEFAULTS, directory));
        try {
            for (String statement : SEED.split(";\n")) {
                await(database.pool().query(statement).execute());
            }
            var queue = new QuestionQueue(database);
            measure(queue, "before statistics, page", 1);
            await(database.pool().query("VACUUM ANALYZE answer").execute());
            measure(queue, "page", 1);
            measure(queue, "page", 100);
        } finally {
            await(database.close());
            await(vertx.close());
        }
    }

    private static void measure(QuestionQueue queue, String name, int page) {
        long[] millis = new long[50];
        for (int i = 0; i < millis.length; i++) {
            long began = System.nanoTime();
            await(queue.page(false, page));
            millis[i] = (System.nanoTime() - began) / 1_000_000;
        }
        Arrays.sort(millis);
        System.out.println(name + " " + page + ": median " + millis[25] + " ms, slowest " + millis[49] + " ms");
    }
}
