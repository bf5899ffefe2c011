using LanChat.Client.Chat;
using LanChat.Client.Views;
using LanChat.Protocol;

namespace LanChat.Client.Tests.Chat;

public sealed class CommandsSpecs
{
    private static readonly RoomPermissions AllPermissions = new(
        HasRooms: true, ["speak", "private", "describe", "invite", "admit", "configure", "appoint", "archive"])
    {
        CanEdit = true,
    };

    [Theory]
    [InlineData("hello")]
    [InlineData("")]
    [InlineData("1/2")]
    [InlineData(" /quit")]
    public void A_line_without_a_command_is_a_message(string line) =>
        Assert.Equal(new UserCommand.Say(line), Commands.Parse(line));

    [Theory]
    [InlineData("//quit", "/quit")]
    [InlineData("//", "/")]
    [InlineData("///", "//")]
    public void A_double_slash_sends_one_slash(string line, string said) =>
        Assert.Equal(new UserCommand.Say(said), Commands.Parse(line));

    private static UserCommand.Send Reply(string text, long message) =>
        new(new ClientMessage.Say(text) { Re = message });

    public static TheoryData<string, object> Meanings => new()
    {
        { "/help", new UserCommand.Help(null) },
        { "/part", new UserCommand.LeaveRoom() },
        { "/list", new UserCommand.ShowRooms() },
        { "/rooms", new UserCommand.ShowRooms() },
        { "/join", new UserCommand.ShowRooms() },
        { "/join  Our room ", new UserCommand.Join("Our room") },
        { "/join \"Our room\" sesame", new UserCommand.Join("Our room", "sesame") },
        { "/topic", new UserCommand.ShowTopic() },
        { "/set", new UserCommand.ShowSettings() },
        { "/edit  see you ", new UserCommand.Send(new ClientMessage.Edit(0, "see you")) },
        { "/edit", new UserCommand.Send(new ClientMessage.Edit(0, "")) },
        { "/recall", new UserCommand.Send(new ClientMessage.Recall(0)) },
        { "/re yes", Reply("yes", 0) },
        { "/re 12 yes", Reply("yes", 12) },
        { "/re 12", Reply("12", 0) },
        { "/re 0 yes", Reply("0 yes", 0) },
        { "/re 12 3 apples", Reply("3 apples", 12) },
        { "/re 12 //yes", Reply("/yes", 12) },
        { "/re 12 /me nods", new UserCommand.Send(new ClientMessage.Act("nods") { Re = 12 }) },
        { "/re 12 /who", new UserCommand.Send(new ClientMessage.List()) },
        { "/s/a b/c/", new UserCommand.Send(new ClientMessage.Correct("a b", "c")) },
        { "/s/a/b/c", new UserCommand.Send(new ClientMessage.Correct("a", "b/c")) },
        { "/s/a/", new UserCommand.Send(new ClientMessage.Correct("a", "")) },
        { "/archive", new UserCommand.Send(new ClientMessage.ArchiveRoom()) },
        { "/invite 3 12h", new UserCommand.Send(new ClientMessage.Invite(3, "12h")) },
        { "/role \"a b\" moderator", new UserCommand.Send(new ClientMessage.GiveRole("a b", "moderator")) },
        { "/admit  a b ", new UserCommand.Send(new ClientMessage.Admit("a b")) },
        { "/reject ben", new UserCommand.Send(new ClientMessage.Reject("ben")) },
        { "/own CODE", new UserCommand.Send(new ClientMessage.ClaimServer("CODE")) },
        { "/notice", new UserCommand.ShowNotice() },
        { "/window  3 ", new UserCommand.GoTo(3) },
        { "/w", new UserCommand.GoTo(null) },
        { "/fold rooms ", new UserCommand.Fold(Foldable.Rooms) },
        { "/fold members", new UserCommand.Fold(Foldable.Members) },
        { "/fold comings", new UserCommand.Fold(Foldable.JoinsAndLeaves) },
        { "/search  Some words ", new UserCommand.SearchTranscript("Some words") },
        { "/search", new UserCommand.SearchTranscript(null) },
        { "/scroll", new UserCommand.Scroll(0) },
        { "/scroll 3", new UserCommand.Scroll(3) },
        { "/scroll top", new UserCommand.Scroll(null) },
        { "/quit now", new UserCommand.Quit() },
        { "/me  waves ", new UserCommand.Send(new ClientMessage.Act(" waves ")) },
        { "/nick  Ann B ", new UserCommand.Send(new ClientMessage.Rename("Ann B")) },
        { "/i", new UserCommand.Send(new ClientMessage.Ignore()) },
        { "/away  at lunch ", new UserCommand.Send(new ClientMessage.Away("at lunch")) },
        { "/away", new UserCommand.Send(new ClientMessage.Away("")) },
        { "/file  ~/my notes.txt ", new UserCommand.ShareFile("~/my notes.txt") },
        { "/file @ben ~/my notes.txt ", new UserCommand.ShareFile("~/my notes.txt", "ben") },
        { "/file @\"a b\" ./@x", new UserCommand.ShareFile("./@x", "a b") },
        { "/file cancel", new UserCommand.CancelFiles() },
        { "/ls", new UserCommand.Send(new ClientMessage.List()) },
    };

    [Theory]
    [MemberData(nameof(Meanings))]
    public void A_command_line_is_parsed_into_its_command(string line, object intent) =>
        Assert.Equal(intent, Commands.Parse(line));

    [Theory]
    [InlineData("/", "command /.")]
    [InlineData("/nope", "command /nope.")]
    [InlineData("/Quit", "command /Quit.")]
    [InlineData("/usr/bin/env python", "command /usr/bin/env.")]
    [InlineData("/nick", "/nick NAME")]
    [InlineData("/nick  ", "/nick NAME")]
    [InlineData("/me", "/me TEXT")]
    [InlineData("/fold", "/fold WHAT")]
    [InlineData("/open", "/open ROOM")]
    [InlineData("/role ben", "/role NAME ROLE")]
    [InlineData("/own", "/own CODE")]
    [InlineData("/fold all", "all")]
    [InlineData("/window two", "two")]
    [InlineData("/scroll far", "far")]
    public void An_invalid_command_is_reported_with_its_cause(string line, string named) =>
        Assert.Contains(named, Assert.IsType<UserCommand.Invalid>(Commands.Parse(line)).Reason);

    [Fact]
    public void Help_lists_the_keys_and_then_every_command_in_columns()
    {
        var text = Help.Text(AllPermissions);
        var parts = text.Split("\n\n");

        Assert.Equal(2, parts.Length);
        Assert.StartsWith("Keys\n", parts[0]);
        foreach (var command in Commands.All) Assert.Contains($"\n{command.Usage}", parts[1]);
        Assert.All(
            text.Split('\n').Where(line => line.Contains("  ", StringComparison.Ordinal)),
            line => Assert.Matches(@"^.{15} {2}\S|^\S.{14,15} {1,2}\S", line));
    }

    [Theory]
    [InlineData("/topic about soup", "topic", "about soup")]
    [InlineData("/notice Be kind", "notice", "Be kind")]
    [InlineData("/set slow 10s", "slow", "10s")]
    public void A_setting_is_changed(string line, string name, string value)
    {
        var request = Assert.IsType<UserCommand.Send>(Commands.Parse(line)).Request;

        Assert.Equal([KeyValuePair.Create(name, value)], Assert.IsType<ClientMessage.ChangeSettings>(request).Changes);
    }

    [Theory]
    [InlineData(false, new string[0], "notice")]
    [InlineData(true, new string[0], "open topic notice own link private receipts positions seen my-data delete-account devices unlink")]
    [InlineData(
        true, new[] { "invite", "admit" }, "open topic notice invite role admit reject own link private receipts positions seen my-data delete-account devices unlink")]
    [InlineData(
        true, new[] { "describe", "configure", "archive" }, "open topic notice set archive own link private receipts positions seen my-data delete-account devices unlink")]
    public void Only_what_somebody_may_do_is_listed(bool hasRooms, string[] may, string names)
    {
        var permissions = new RoomPermissions(hasRooms, may);
        var about = RoomCommandList.All.Select(command => command.Name);

        Assert.Equal(names, string.Join(' ', Commands.For(permissions).Select(one => one.Name).Intersect(about)));
        Assert.Equal(
            may.Contains("describe"), Help.Text(permissions).Contains("/notice [TEXT]", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/open Vault password sesame", "/open Vault password …")]
    [InlineData("/set password sesame", "/set password …")]
    [InlineData("/set topic sesame", "/set topic sesame")]
    public void A_password_is_not_shown_again(string line, string shown)
    {
        var request = Assert.IsType<UserCommand.Send>(Commands.Parse(line)).Request;

        Assert.Equal(shown, RoomCommandList.HidePassword(request, line));
        Assert.Equal(shown != line, RoomCommandList.HoldsPassword(line));
    }

    [Theory]
    [InlineData("/help who", "/who             show who is here\n                 also: /ls")]
    [InlineData("/help ls", "/who             show who is here\n                 also: /ls")]
    [InlineData("/help  /part ", "/part            leave this room")]
    public void Help_explains_one_command(string line, string about)
    {
        var topic = Assert.IsType<UserCommand.Help>(Commands.Parse(line)).Topic;

        Assert.Equal(new ViewProtocol.ShowRemark(about), Help.Show(topic, RoomPermissions.None));
    }

    [Fact]
    public void Help_for_an_unknown_command_is_an_error() =>
        Assert.Contains("/nope", Assert.IsType<UserCommand.Invalid>(Commands.Parse("/help nope")).Reason);

    [Fact]
    public void Command_names_and_aliases_are_unique()
    {
        var words = Commands.All.SelectMany(command => command.Aliases.Prepend(command.Name)).ToArray();

        Assert.Equal(words.Length, words.Distinct().Count());
    }
}
