using System.Text;
using LanChat.Fuzz.Inputs;
using LanChat.Protocol;

namespace LanChat.Fuzz.Decoders;

/// <summary>Nicknames, room names and file names from any text, half characters included.</summary>
internal sealed class NameTarget : ITarget
{
    public string Name => "name";

    public int Read(Dice dice)
    {
        var text = TextOf([.. Script.Of(Recordings.Of(Name), dice).SelectMany(piece => piece.Bytes)], dice);
        RoomName.TryCreate(text, out _);
        return (IsNick(text, dice) ? 1 : 0) + (IsFileName(text) ? 1 : 0);
    }

    private static string TextOf(byte[] bytes, Dice dice)
    {
        var text = Encoding.UTF8.GetString(bytes).ToCharArray();
        for (var times = dice.Below(3); times > 0 && text.Length > 0; times--)
            text[dice.Below(text.Length)] = (char)dice.Below(0x10000);
        return new string(text);
    }

    private static bool IsNick(string text, Dice dice)
    {
        var longest = 1 + dice.Below(Nick.LongestLength);
        if (!Nick.TryCreate(text, longest, out var nick, out _)) return false;

        Broken.Unless(nick.Text == text, "a name that was changed");
        Broken.Unless(text.EnumerateRunes().Count() <= longest, "a name longer than the limit");
        Broken.Unless(!text.Any(char.IsControl), "a control character in a name");
        Broken.Unless(!nick.TryNext(longest, out var next) || next != nick, "a next name that is the same");
        return true;
    }

    private static bool IsFileName(string text)
    {
        if (!FileName.TryClean(text, out var clean)) return false;

        Broken.Unless(
            Encoding.UTF8.GetByteCount(clean) is > 0 and <= FileName.LongestLength,
            "a file name of a length that none may have");
        Broken.Unless(!clean.Any(c => char.IsControl(c)
            || "/\\:<>\"|?*".Contains(c)), "a file name with a character that none may have");
        Broken.Unless(FileName.TryClean(clean, out var again)
            && again == clean, "a clean file name that is cleaned further");
        return true;
    }
}
