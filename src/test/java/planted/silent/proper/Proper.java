package planted.silent.proper;

public class Proper {
}
