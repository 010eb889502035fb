/**
 * What travels between the services: topics, CloudEvents types and, in a package for each subject,
 * the records that stand for the JSON values. A field is only ever added; a new meaning is a new
 * type.
 *
 * <p>The JSON Schemas, the AsyncAPI document and one approved sample for each message lie beside
 * the classes as resources; tests compare them with the records.
 */
@NullMarked
package io.jieyu.contracts;

import org.jspecify.annotations.NullMarked;
