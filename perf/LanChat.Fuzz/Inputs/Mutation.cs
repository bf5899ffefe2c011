namespace LanChat.Fuzz.Inputs;

/// <summary>Damages the bytes of one read in one of many ways.</summary>
internal static class Mutation
{
    private static readonly Action<List<byte>, Dice>[] Ways =
    [
        FlipBit, FlipBit, SetByte, SetByte, InsertWord, InsertWord, InsertWord, Delete, Delete, Repeat, Cut, Swap,
        ExtremeNumber, ExtremeNumber, Nest, NoText, LongRun, LoseLineEnd,
    ];

    public static void Apply(List<byte> bytes, Dice dice) => dice.Of(Ways)(bytes, dice);

    private static void FlipBit(List<byte> bytes, Dice dice)
    {
        if (bytes.Count > 0) bytes[dice.Below(bytes.Count)] ^= (byte)(1 << dice.Below(8));
    }

    private static void SetByte(List<byte> bytes, Dice dice)
    {
        if (bytes.Count > 0) bytes[dice.Below(bytes.Count)] = dice.Of(Tokens.Bytes);
    }

    private static void InsertWord(List<byte> bytes, Dice dice) => Insert(bytes, dice.Of(Tokens.Words), dice);

    private static void NoText(List<byte> bytes, Dice dice) => Insert(bytes, dice.Of(Tokens.NoText), dice);

    private static void Delete(List<byte> bytes, Dice dice)
    {
        var (from, count) = Range(bytes, dice);
        bytes.RemoveRange(from, count);
    }

    private static void Repeat(List<byte> bytes, Dice dice)
    {
        var (from, count) = Range(bytes, dice);
        var copy = bytes.GetRange(from, count);
        for (var times = 1 + dice.Below(3); times > 0; times--) bytes.InsertRange(from + count, copy);
    }

    private static void Cut(List<byte> bytes, Dice dice)
    {
        var at = dice.Below(bytes.Count + 1);
        bytes.RemoveRange(at, bytes.Count - at);
    }

    private static void Swap(List<byte> bytes, Dice dice)
    {
        var (from, count) = Range(bytes, dice);
        var moved = bytes.GetRange(from, count);
        bytes.RemoveRange(from, count);
        bytes.InsertRange(dice.Below(bytes.Count + 1), moved);
    }

    private static void ExtremeNumber(List<byte> bytes, Dice dice)
    {
        var from = bytes.FindIndex(dice.Below(bytes.Count + 1), value => value is >= (byte)'0' and <= (byte)'9');
        if (from < 0) return;
        var end = from;
        while (end < bytes.Count && bytes[end] is >= (byte)'0' and <= (byte)'9') end++;
        bytes.RemoveRange(from, end - from);
        bytes.InsertRange(from, dice.Of(Tokens.Numbers));
    }

    private static void Nest(List<byte> bytes, Dice dice)
    {
        var isList = dice.Once(2);
        var depth = dice.Once(256) ? dice.Below(4000) : dice.Below(80);
        var at = dice.Below(bytes.Count + 1);
        if (!dice.Once(4)) bytes.InsertRange(at, Repeated(isList ? "]"u8 : "}"u8, depth));
        bytes.InsertRange(at, Repeated(isList ? "["u8 : "{\"a\":"u8, depth));
    }

    private static void LongRun(List<byte> bytes, Dice dice)
    {
        var unit = dice.Once(2) ? [(byte)dice.Below(256)] : dice.Of(dice.Once(2) ? Tokens.Words : Tokens.NoText);
        var length = dice.Once(512) ? dice.Below(80_000) : dice.Below(300);
        bytes.InsertRange(dice.Below(bytes.Count + 1), Repeated(unit, 1 + (length / unit.Length)));
    }

    private static void LoseLineEnd(List<byte> bytes, Dice dice)
    {
        var at = bytes.IndexOf((byte)'\n', dice.Below(bytes.Count + 1));
        if (at >= 0) bytes.RemoveAt(at);
    }

    private static void Insert(List<byte> bytes, byte[] word, Dice dice) =>
        bytes.InsertRange(dice.Below(bytes.Count + 1), word);

    private static (int From, int Count) Range(List<byte> bytes, Dice dice)
    {
        var from = dice.Below(bytes.Count + 1);
        return (from, dice.Below(Math.Min(bytes.Count - from, 64) + 1));
    }

    private static byte[] Repeated(ReadOnlySpan<byte> unit, int times)
    {
        var all = new byte[unit.Length * times];
        for (var at = 0; at < all.Length; at += unit.Length) unit.CopyTo(all.AsSpan(at));
        return all;
    }
}
