/** Two rooms that have declared each other. */
package planted.cycle;
