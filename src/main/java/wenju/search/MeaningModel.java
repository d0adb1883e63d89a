package wenju.search;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells what a text is about: bge-small-zh-v1.5 of the Beijing Academy of Artificial Intelligence (MIT licence), four layers,
 * 512 dimensions, weights of 8 bits, run by ONNX Runtime on the processor. It reads; it writes nothing. A question takes two
 * or three milliseconds of one core, a passage some fifteen. The same text on the same kind of processor gives the same bytes. Safe
 * for use by several threads.
 */
final class MeaningModel {
    private static final Logger log = LoggerFactory.getLogger(MeaningModel.class);
    private static final String NAME = "bge-small-zh-v1.5-q";

    /** Pieces of a text that are read: with 160 or 256 of them clauses are found as well, with 96 it is as if there were no model. */
    private static final int READ = 192;

    /** An index built anew asks for the same texts again; 1 kB each. */
    private static final int KEPT = 20_000;

    /** Bytes; the runtime overflows the stack of an ordinary thread when it opens a model, which ends the process. */
    private static final long STACK = 16 << 20;

    private final OrtEnvironment environment;
    private final OrtSession session;
    private final WordPieces pieces;
    private final Cache<String, Meaning> known =
            Caffeine.newBuilder().maximumSize(KEPT).executor(Runnable::run).build();

    private MeaningModel(OrtEnvironment environment, OrtSession session, WordPieces pieces) {
        this.environment = environment;
        this.session = session;
        this.pieces = pieces;
    }

    /** The model that comes with the program; empty where the machine cannot run it, which is logged once. */
    static Optional<MeaningModel> shared() {
        return Optional.ofNullable(Shared.MODEL);
    }

    /** Part of the version of every index: directions of different models cannot be compared. */
    static String version() {
        return Shared.MODEL == null ? "none" : NAME;
    }

    /** Loaded when it is first asked for. */
    private static final class Shared {
        static final @Nullable MeaningModel MODEL = load();

        private Shared() {}
    }

    private static @Nullable MeaningModel load() {
        var loading = new FutureTask<>(MeaningModel::open);
        Thread.ofPlatform().name("meaning-model").stackSize(STACK).start(loading);
        try {
            return loading.get();
        } catch (ExecutionException e) {
            log.warn("这台机器不能运行语义模型 {}，只按字词查找", NAME, e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            log.warn("载入语义模型 {} 时被中断，只按字词查找", NAME);
        }
        return null;
    }

    private static MeaningModel open() throws IOException, OrtException {
        try (InputStream model = resource(NAME + ".onnx");
                InputStream tokenizer = resource(NAME + "-tokenizer.json");
                var options = new OrtSession.SessionOptions()) {
            // One thread for each text: questions come side by side, and sums in one order give the same bytes.
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            OrtEnvironment environment = OrtEnvironment.getEnvironment();
            return new MeaningModel(
                    environment, environment.createSession(model.readAllBytes(), options), WordPieces.read(tokenizer));
        }
    }

    private static InputStream resource(String name) throws IOException {
        InputStream resource = MeaningModel.class.getResourceAsStream("/" + name);
        if (resource == null) {
            throw new FileNotFoundException(name);
        }
        return resource;
    }

    /** As {@link #read}, remembered: for passages. */
    Meaning of(String text) {
        return known.get(text, this::read);
    }

    /** What a text is about; of a long one its beginning, some {@value #READ} characters. */
    Meaning read(String text) {
        long[] numbers = pieces.of(text, READ);
        long[] ones = new long[numbers.length];
        Arrays.fill(ones, 1);
        long[] shape = {1, numbers.length};
        try (OnnxTensor ids = OnnxTensor.createTensor(environment, LongBuffer.wrap(numbers), shape);
                OnnxTensor mask = OnnxTensor.createTensor(environment, LongBuffer.wrap(ones), shape);
                OnnxTensor types =
                        OnnxTensor.createTensor(environment, LongBuffer.wrap(new long[numbers.length]), shape);
                OrtSession.Result result =
                        session.run(Map.of("input_ids", ids, "attention_mask", mask, "token_type_ids", types))) {
            // The first piece stands for the whole text.
            FloatBuffer first = ((OnnxTensor) result.get(0)).getFloatBuffer();
            float[] vector = new float[Meaning.BYTES];
            first.get(vector);
            return Meaning.of(vector);
        } catch (OrtException e) {
            throw new IllegalStateException("the model cannot read a text of " + numbers.length + " pieces", e);
        }
    }
}
