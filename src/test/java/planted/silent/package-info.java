/** Rooms that Spring Modulith lets pass: one without declaration, one that names no allowed rooms. */
package planted.silent;
