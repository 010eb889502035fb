package io.jieyu.sandbox.processes;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The last lines of a log, without reading all of it. */
public final class LogTail {

    private static final int BYTES = 16 * 1024;

    private LogTail() {}

    /** Up to that many lines, each indented by two spaces; empty if there is no log. */
    public static String of(Path log, int lines) {
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            file.seek(Math.max(0, file.length() - BYTES));
            byte[] end = new byte[(int) (file.length() - file.getFilePointer())];
            file.readFully(end);
            var all = new String(end, StandardCharsets.UTF_8).lines().toList();
            return String.join(
                    "\n",
                    all.subList(Math.max(0, all.size() - lines), all.size()).stream()
                            .map(line -> "  " + line)
                            .toList());
        } catch (IOException e) {
            return "";
        }
    }
}
