/** A room that reaches into another's nested package, though it may use that room. */
package planted.nested;
