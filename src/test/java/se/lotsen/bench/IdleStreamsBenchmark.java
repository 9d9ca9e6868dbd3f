package se.lotsen.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * P4: how many citizens may sit in front of an open chat and say nothing. Each has a conversation and a stream that has brought
 * its first byte; the memory of one is the slope between few and many, so that what a service needs anyway does not count.
 */
final class IdleStreamsBenchmark {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final double MIB_PER_GIB = 1024;
    private static final double AIM = 60_000;
    private final Report report;
    private final BenchSettings settings;
    private final int few;
    private final int many;

    IdleStreamsBenchmark(Report report, BenchSettings settings) {
        this.report = report;
        this.settings = settings;
        this.many = Integer.getInteger("lotsen.bench.streams", 15_000);
        this.few = Math.max(1, many / 15);
    }

    void run(Path knowledge) throws IOException, InterruptedException {
        report.section("P4  idle streams: resident memory from %d to %d conversations".formatted(few, many));
        List<SocketChannel> open = new ArrayList<>();
        try (ServiceProcess service = ServiceProcess.lotsen(settings, knowledge,
                settings.work().resolve("idle"), "1g")) {
            sit(service, open, few);
            double heapFew = service.liveHeapMib();
            double residentFew = service.residentMib();
            sit(service, open, many);
            double heapMany = service.liveHeapMib();
            double residentMany = service.residentMib();
            report.note(
                    "resident %.0f MiB and %.0f MiB, live heap %.0f MiB and %.0f MiB".formatted(residentFew,
                            residentMany, heapFew, heapMany));
            Series live = new Series();
            live.add((heapMany - heapFew) * 1024 / (many - few));
            report.figure("live heap for each", live, 1, "KiB");
            Series each = new Series();
            each.add((residentMany - residentFew) * 1024 / (many - few));
            report.figure("resident memory for each", each, 1, "KiB");
            Series perGib = new Series();
            perGib.add((many - few) / ((residentMany - residentFew) / MIB_PER_GIB));
            report.atLeast("idle conversations in a GiB", perGib, 0, "", AIM);
        } finally {
            for (SocketChannel channel : open) {
                channel.close();
            }
        }
    }

    /** Until so many sit there. */
    private static void sit(ServiceProcess service, List<SocketChannel> open, int count)
            throws IOException, InterruptedException {
        try (HttpConnection starter = new HttpConnection(service.port())) {
            while (open.size() < count) {
                JsonNode started = JSON.readTree(starter.post("/api/conversations",
                        "Idempotency-Key: " + UUID.randomUUID() + "\r\n", "{}").body());
                open.add(listen(service.port(), started.get("id").asString(),
                        started.get("token").asString()));
            }
        }
    }

    private static SocketChannel listen(int port, String id, String token) throws IOException {
        SocketChannel channel = SocketChannel
                .open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        channel.write(ByteBuffer.wrap(("GET /api/conversations/" + id
                + "/events HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\nX-Conversation-Token: "
                + token
                + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII)));
        ByteBuffer head = ByteBuffer.allocate(256);
        if (channel.read(head) < 0
                || !new String(head.array(), StandardCharsets.US_ASCII).contains(" 200 ")) {
            throw new IOException("no stream: " + new String(head.array(), StandardCharsets.US_ASCII));
        }
        return channel;
    }
}
