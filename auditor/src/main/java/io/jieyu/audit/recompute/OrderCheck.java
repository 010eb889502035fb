package io.jieyu.audit.recompute;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.LongConsumer;
import java.util.function.LongUnaryOperator;

/**
 * Whether the records of a partition stand in the order of the messages that caused them. It keeps
 * a number for each record in a file.
 */
final class OrderCheck implements AutoCloseable {

    private static final long ANYWHERE = -1;

    private final long first;
    private final long count;
    private final Path file;
    private final Arena arena = Arena.ofShared();
    private final MemorySegment causes;

    /** For the records from the first to the last offset. */
    OrderCheck(Path folder, long first, long last) {
        this.first = first;
        this.count = last - first + 1;
        this.file = folder.resolve("order");
        try (FileChannel channel =
                FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE)) {
            causes = channel.map(MapMode.READ_WRITE, 0, count * Long.BYTES, arena);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The record at that offset was caused by the message at that place in the inbox. */
    void caused(long offset, long cause) {
        causes.setAtIndex(JAVA_LONG, offset - first, cause + 1);
    }

    /** The record may stand anywhere: a sweep or a second try has written it. */
    void anywhere(long offset) {
        causes.setAtIndex(JAVA_LONG, offset - first, ANYWHERE);
    }

    /** Tells the offset of each record that is not where its cause would have it. */
    void check(LongConsumer outOfOrder) {
        check(
                count,
                index -> causes.getAtIndex(JAVA_LONG, index),
                index -> outOfOrder.accept(first + index));
    }

    /**
     * Tells the indexes of those that have to move so that the rest ascends.
     *
     * @param number by index; 0 or less for what may stand anywhere
     */
    static void check(long count, LongUnaryOperator number, LongConsumer outOfOrder) {
        long before = 0;
        long kept = 0;
        long keptAt = -1;
        for (long i = 0; i < count; i++) {
            long next = number.applyAsLong(i);
            if (next <= 0) {
                continue;
            }
            if (next >= kept) {
                before = kept;
                kept = next;
                keptAt = i;
            } else if (next < before || following(i, count, number) > kept) {
                outOfOrder.accept(i);
            } else {
                outOfOrder.accept(keptAt);
                kept = next;
                keptAt = i;
            }
        }
    }

    private static long following(long index, long count, LongUnaryOperator number) {
        for (long i = index + 1; i < count; i++) {
            long next = number.applyAsLong(i);
            if (next > 0) {
                return next;
            }
        }
        return Long.MAX_VALUE;
    }

    @Override
    public void close() {
        arena.close();
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
