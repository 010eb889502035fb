package io.jieyu.document.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The YAML files of a folder on the class path, whether it is a folder or within a jar. */
public final class ResourceFolder {

    private ResourceFolder() {}

    /** The files, in the order of their names. */
    public static List<YamlFile> files(String folder) {
        URL url = ResourceFolder.class.getResource(folder);
        if (url == null) {
            throw new IllegalStateException(folder + " (expected: on the class path)");
        }
        try {
            URI uri = url.toURI();
            if (!uri.getScheme().equals("jar")) {
                return read(Path.of(uri));
            }
            try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
                return read(jar.getPath(folder));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException | FileError e) {
            throw new IllegalStateException(folder, e);
        }
    }

    private static List<YamlFile> read(Path folder) throws IOException, FileError {
        var read = new ArrayList<YamlFile>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".yaml")).sorted().toList()) {
                try (InputStream yaml = Files.newInputStream(file)) {
                    read.add(YamlFile.read(file.toString(), yaml));
                }
            }
        }
        return read;
    }
}
