using System.Reflection;
using System.Text.RegularExpressions;

namespace LanChat.Protocol.Tests;

public sealed partial class RefusalSpecs
{
    private static readonly Refusal[] All =
        [.. typeof(Refusal).GetFields(
            BindingFlags.Public | BindingFlags.Static).Select(field => (Refusal)field.GetValue(null)!)];

    [Fact]
    public void Every_refusal_has_a_code_and_a_sentence()
    {
        Assert.NotEmpty(All);
        Assert.Equal(All.Length, All.DistinctBy(reason => reason.Code).Count());
        Assert.All(All, reason => Assert.Matches("^[a-z]+(-[a-z]+)*$", reason.Code));
        Assert.All(All, reason => Assert.Matches("^[A-Z][ -~]+[.!]$", reason.Text));
    }

    [Fact]
    public void The_protocol_document_lists_every_refusal_and_whether_it_closes()
    {
        var rows = ProtocolDocument.Rows("Errors").Where(row => row[0].StartsWith('`')).ToArray();

        Assert.Equal(All.Select(reason => reason.Code).Order(), rows.SelectMany(row => Codes(row[0])).Order());
        Assert.Equal(
            All.Where(reason => !reason.Closes).Select(reason => reason.Code).Order(),
            rows.Where(row => row[1].EndsWith("; the connection stays open")).SelectMany(row => Codes(row[0])).Order());
    }

    [Fact]
    public void These_refusals_leave_the_connection_open() => Assert.Equal(
        [
            Refusal.UnknownRequest, Refusal.UnknownCommand, Refusal.Incomplete, Refusal.NotEntered,
            Refusal.NobodyOfThatName, Refusal.WordsFull,
            Refusal.Ignoring, Refusal.AwayTooLong, Refusal.FileNameInvalid, Refusal.FileTooLarge, Refusal.FilesFull,
            Refusal.SearchTooLong, Refusal.HistoryUnreadable, Refusal.CodeWrong, Refusal.RoomNameInvalid,
            Refusal.RoomNameTaken, Refusal.RoomsFull, Refusal.NoKey, Refusal.NoSuchDevice, Refusal.NotAllowed,
            Refusal.SettingInvalid, Refusal.PrivateOff, Refusal.Slow,
            Refusal.NoSuchMessage, Refusal.NotYours, Refusal.TooLate,
        ],
        All.Where(reason => !reason.Closes));

    [Fact]
    public void Refusals_are_equal_whether_or_not_they_close()
    {
        Assert.True((Refusal.NicknameTaken with { Closes = false }).Is(Refusal.NicknameTaken));
        Assert.False(Refusal.NicknameTaken.Is(Refusal.NicknameEmpty));
    }

    private static IEnumerable<string> Codes(string cell) =>
        Code().Matches(cell).Select(match => match.Groups[1].Value);

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();
}
