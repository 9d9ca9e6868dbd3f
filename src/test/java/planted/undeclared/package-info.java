/** A room that uses another without having declared it, and no cycle. */
package planted.undeclared;
