using System.Text.Json.Nodes;
using Akka.TestKit;
using LanChat.Client.Chat;
using LanChat.Client.Sessions;
using LanChat.Client.Views;
using LanChat.Protocol;

namespace LanChat.Client.Tests.Chat;

/// <summary>The file in which people take their data along.</summary>
public sealed class AccountExportSpecs : Akka.TestKit.Xunit2.TestKit
{
    private static readonly AccountEvent.Described Account = new(
        ["Ann"], [("Our room", Role.Owner)], [], new AccountEvent.ReadShown([new ReadPlace("OUR ROOM", null, 7)]));

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("lanchat-export-");
    private readonly List<OutgoingRequest> _sent = [];
    private readonly TestProbe _view;
    private readonly AccountExport _export;

    public AccountExportSpecs()
    {
        _view = CreateTestProbe();
        _export = new AccountExport(new RoomOutput(_view.Ref, 1), _sent.Add, _folder.FullName);
    }

    protected override void AfterAll()
    {
        base.AfterAll();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public void All_pages_are_saved_oldest_first_and_no_file_is_replaced()
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "lanchat-Ann.json"), "somebody's own");
        _export.Begin(Account);
        Assert.True(_export.TryHandle(Page(hasMore: true, 30, 31), _sent[^1]));
        Assert.Equal(new AccountRequest.ReadPrivate { Before = 30 }, _sent[^1].Message);
        Assert.True(_export.TryHandle(Page(hasMore: false, 10, 20), _sent[^1]));

        var path = Path.Combine(_folder.FullName, "lanchat-Ann (2).json");
        Assert.Equal($"Saved as {path}.", Assert.IsType<ViewProtocol.ShowRemark>(Shown()).Text);
        var saved = JsonNode.Parse(File.ReadAllText(path))!;
        Assert.Equal("owner", (string)saved["account"]!["roles"]![0]!["role"]!);
        Assert.Equal(7, (int)saved["account"]!["places"]![0]!["id"]!);
        Assert.Equal([10, 20, 30, 31], saved["private"]!.AsArray().Select(message => (int)message!["serial"]!));
        Assert.Equal("somebody's own", File.ReadAllText(Path.Combine(_folder.FullName, "lanchat-Ann.json")));
    }

    [Fact]
    public void Pages_that_it_did_not_ask_for_are_not_its_own()
    {
        _export.Begin(Account);

        Assert.False(_export.TryHandle(Page(hasMore: false, 1), new OutgoingRequest(
            new AccountRequest.ReadPrivate { With = "Bob" }, "/private Bob")));
        Assert.False(_export.TryHandle(Page(hasMore: false, 1), new OutgoingRequest(
            new AccountRequest.ReadPrivate { Since = 7 }, "")));
    }

    [Fact]
    public void A_folder_that_is_gone_is_reported()
    {
        var export = new AccountExport(
            new RoomOutput(_view.Ref, 1), _sent.Add, Path.Combine(_folder.FullName, "gone"));
        export.Begin(Account);

        export.TryHandle(Page(hasMore: false), _sent[^1]);

        Assert.StartsWith(
            "lanchat-Ann.json could not be written: ", Assert.IsType<ViewProtocol.ShowProblem>(Shown()).Text);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_page_that_does_not_come_is_reported_and_nothing_saved(bool isRefused)
    {
        _export.Begin(Account);
        _export.TryHandle(Page(hasMore: true, 30), _sent[^1]);

        if (isRefused) Assert.True(_export.TryHandleDeclined(_sent[^1], "no"));
        else _export.Abort("no");

        Assert.Equal("lanchat-Ann.json could not be written: no", Assert.IsType<ViewProtocol.ShowProblem>(Shown()).Text);
        Assert.Empty(_folder.GetFiles());
        Assert.True(_export.TryHandle(Page(hasMore: false, 10), _sent[^1]));
        Assert.Empty(_folder.GetFiles());
        _export.Abort("again");
        _view.ExpectNoMsg(TimeSpan.Zero);
    }

    [Fact]
    public void A_refused_request_of_somebody_else_is_not_its_own()
    {
        _export.Begin(Account);

        Assert.False(_export.TryHandleDeclined(
            new OutgoingRequest(new AccountRequest.ReadPrivate { Since = 7 }, ""), "no"));
    }

    private static AccountEvent.PrivatePage Page(bool hasMore, params long[] serials) => new(
        [
            .. serials.Select(serial => new RoomEvent.PrivateMessage(
                Event.Message("psst", kind: MessageKind.Private, id: 0), Event.Welcome.You) { Serial = serial }),
        ],
        hasMore);

    private object Shown() => _view.ExpectMsg<ViewProtocol.In>().Shown;
}
