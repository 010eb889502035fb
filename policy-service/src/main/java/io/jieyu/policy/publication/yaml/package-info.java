/** The bundled sets, as YAML files on the class path. */
@NullMarked
package io.jieyu.policy.publication.yaml;

import org.jspecify.annotations.NullMarked;
