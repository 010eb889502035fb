package io.jieyu.document.yaml;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/** A file that cannot be read: which one, in which line, and why. */
public final class FileError extends Exception {

    private static final long serialVersionUID = 1;

    /**
     * The error.
     *
     * @param line from 1; 0 when it is not known
     */
    public FileError(String file, int line, String problem) {
        super(line > 0 ? file + ":" + line + ": " + problem : file + ": " + problem);
    }

    /** The file does not open. */
    public static FileError unreadable(String file, IOException cause) {
        var error = new FileError(file, 0, "cannot be read: " + reason(cause));
        error.initCause(cause);
        return error;
    }

    private static String reason(IOException cause) {
        return switch (cause) {
            case NoSuchFileException _ -> "there is no such file";
            case AccessDeniedException _ -> "it may not be read";
            default -> String.valueOf(cause.getMessage());
        };
    }
}
