/** Rooms that keep their declarations: the check must let them pass. */
package planted.proper;
