package wenju;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.TracerProvider;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.net.URI;

/** Sends traces where the configuration says, in batches, off every thread of ours; what cannot be sent is dropped. */
final class TraceExport {
    private static final String NAME = "wenju";
    private static final AttributeKey<String> SERVICE = AttributeKey.stringKey("service.name");

    private TraceExport() {}

    /** A tracer that records nothing unless an endpoint is configured; what it holds is sent when the rooms are closed. */
    static Tracer in(Rooms rooms) {
        Configuration.Traces traces = rooms.configuration().traces();
        return traces.endpoint()
                .map(endpoint -> provider(endpoint, traces.percent()))
                .map(provider -> {
                    rooms.onClose(() -> ended(provider.shutdown()));
                    return provider.get(NAME);
                })
                .orElseGet(() -> TracerProvider.noop().get(NAME));
    }

    static SdkTracerProvider provider(URI endpoint, int percent) {
        return SdkTracerProvider.builder()
                .setResource(Resource.create(Attributes.of(SERVICE, NAME)))
                .setSampler(Sampler.parentBased(Sampler.traceIdRatioBased(percent / 100.0)))
                .addSpanProcessor(BatchSpanProcessor.builder(OtlpHttpSpanExporter.builder()
                                .setEndpoint(endpoint.toString())
                                .build())
                        .build())
                .build();
    }

    private static Future<Void> ended(CompletableResultCode result) {
        Promise<Void> promise = Promise.promise();
        result.whenComplete(promise::complete);
        return promise.future();
    }
}
