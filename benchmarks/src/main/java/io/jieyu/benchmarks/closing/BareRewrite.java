package io.jieyu.benchmarks.closing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteOptions;

/**
 * The limit: the accounts' stores as the topology left them, each value read and written again by
 * RocksDB alone. No rules, no records, no changelog, no transaction.
 */
final class BareRewrite {

    private static final int THREADS = 2;
    private static final String STORE = "rocksdb/histories";

    private BareRewrite() {}

    /** Values a second, by as many threads as the topology has. */
    static double run(Path stateFolder) throws Exception {
        List<Path> stores;
        try (Stream<Path> tasks = Files.list(stateFolder)) {
            stores = tasks.map(task -> task.resolve(STORE)).filter(Files::isDirectory).toList();
        }
        long start = System.nanoTime();
        long values = 0;
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            var work = stores.stream().<Callable<Long>>map(store -> () -> rewrite(store)).toList();
            for (Future<Long> done : threads.invokeAll(work)) {
                values += done.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("bare rewrite", e.getCause());
        }
        return values / ((System.nanoTime() - start) / 1e9);
    }

    private static long rewrite(Path store) throws RocksDBException {
        long values = 0;
        try (var options = new Options();
                var withoutLog = new WriteOptions().setDisableWAL(true);
                var database = RocksDB.open(options, store.toString());
                var all = database.newIterator()) {
            for (all.seekToFirst(); all.isValid(); all.next()) {
                database.put(withoutLog, all.key(), all.value());
                values++;
            }
        }
        return values;
    }
}
