package planted.undeclared.desk;

public class Desk {
}
