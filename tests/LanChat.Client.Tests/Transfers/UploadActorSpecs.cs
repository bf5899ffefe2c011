using Akka.Actor;
using LanChat.Client.Transfers;

namespace LanChat.Client.Tests.Transfers;

public sealed class UploadActorSpecs : VirtualTimeSpec
{
    /// <summary>
    /// Forwards the child's messages to the test, and the test's messages to the child.
    /// </summary>
    private sealed class Parent : UntypedActor
    {
        private readonly IActorRef _test;
        private readonly IActorRef _child;

        public Parent(Props child, IActorRef test) => (_test, _child) = (test, Context.ActorOf(child));

        protected override void OnReceive(object message)
        {
            if (Sender.Equals(_child)) _test.Tell(message);
            else _child.Tell(message);
        }
    }

    private static readonly UploadEndpoint Endpoint = new(new Uri("http://10.0.0.9:8080"), "token1", 100);
    private static readonly UploadEndpoint OtherEndpoint = new(new Uri("http://10.0.0.9:8081"), "token2", 100);
    private readonly string _path = Path.Combine(Directory.CreateTempSubdirectory().FullName, "a.txt");
    private readonly FakeRoomWeb _web = new();

    protected override void AfterAll()
    {
        base.AfterAll();
        Directory.Delete(Path.GetDirectoryName(_path)!, recursive: true);
    }

    private IActorRef Upload(UploadEndpoint? endpoint, string content = "abcdef", string? to = null)
    {
        File.WriteAllText(_path, content);
        var (child, test) =
            (UploadActor.Props(_path, to, endpoint, new HttpClient(_web), TimeProvider.System), TestActor);
        return Sys.ActorOf(Props.Create(() => new Parent(child, test)));
    }

    /// <summary>Advances the clock until exactly these requests were made.</summary>
    private void ExpectRequests(params string[] requests) => AwaitAssert(() =>
    {
        Advance(500);
        Assert.Equal(requests, _web.Requests);
    });

    private string? ExpectEnd() => FishForMessage<TransferProtocol.Ended>(_ => true).Problem;

    [Fact]
    public void An_upload_is_announced_with_its_hash_and_recipient()
    {
        _web.Answer(201, location: "/uploads/1");
        _web.Answer(204, offset: 6);
        Upload(Endpoint, to: "ben");

        Assert.Null(ExpectEnd());
        Assert.Equal(["POST /files token1", "PATCH /uploads/1 0 abcdef token1"], _web.Requests);
        Assert.Equal(
            "filename=a.txt, filetype=text/plain, "
                + "sha256=bef57ec7f53a6d40beb640a780a639c83bc29ac8a9816f1fc6c5c6dcd93c4721, to=ben", _web.Metadata);
    }

    [Fact]
    public void An_interrupted_upload_resumes_at_the_server_s_offset()
    {
        _web.Answer(201, location: "/uploads/1");
        _web.Fail();
        _web.Fail();
        _web.Answer(204, offset: 4);
        _web.Answer(204, offset: 6);
        Upload(Endpoint);

        ExpectRequests(
            "POST /files token1",
            "PATCH /uploads/1 0 abcdef token1",
            "HEAD /uploads/1 token1",
            "HEAD /uploads/1 token1",
            "PATCH /uploads/1 4 ef token1");
        Assert.Null(ExpectEnd());
    }

    [Fact]
    public void Without_an_endpoint_it_waits_and_resumes_at_the_next_one()
    {
        _web.Answer(201, location: "/uploads/1");
        _web.Answer(401);
        var upload = Upload(null);
        upload.Tell(new TransferProtocol.EndpointChanged(Endpoint));
        ExpectRequests("POST /files token1", "PATCH /uploads/1 0 abcdef token1");

        _web.Answer(204, offset: 0);
        _web.Answer(204, offset: 6);
        upload.Tell(new TransferProtocol.EndpointChanged(null));
        upload.Tell(new TransferProtocol.EndpointChanged(OtherEndpoint));

        Assert.Null(ExpectEnd());
        Assert.Equal(["HEAD /uploads/1 token2", "PATCH /uploads/1 0 abcdef token2"], _web.Requests.Skip(2));
    }

    [Fact]
    public void An_upload_the_server_has_lost_starts_again()
    {
        _web.Answer(201, location: "/uploads/1");
        _web.Answer(204, offset: 3);
        _web.Answer(404);
        _web.Answer(201, location: "/uploads/2");
        _web.Answer(204, offset: 6);
        Upload(Endpoint);

        ExpectRequests(
            "POST /files token1", "PATCH /uploads/1 0 abcdef token1", "PATCH /uploads/1 3 def token1",
            "POST /files token1", "PATCH /uploads/2 0 abcdef token1");
        Assert.Null(ExpectEnd());
    }

    [Theory]
    [InlineData(413, "", "is too large (max 100 B in this room)")]
    [InlineData(507, "", "not enough space")]
    [InlineData(429, "", "too many uploads")]
    [InlineData(460, "", "it changed during the upload")]
    [InlineData(400, "No.", "was not shared: No.")]
    [InlineData(418, "", "was not shared: HTTP 418")]
    public void A_refused_upload_is_reported(int status, string sentence, string problem)
    {
        _web.Answer(status, sentence: sentence);
        Upload(Endpoint);

        Assert.Contains(problem, ExpectEnd());
    }

    [Fact]
    public void The_room_s_refusal_is_reported_when_the_upload_is_gone()
    {
        _web.Answer(201, location: "/uploads/1");
        _web.Answer(409, sentence: "There is nobody of that name here.");
        _web.Answer(404);
        Upload(Endpoint);

        Assert.EndsWith("a.txt was not shared: There is nobody of that name here.", ExpectEnd());
    }

    [Fact]
    public void A_complete_upload_without_an_answer_is_unconfirmed()
    {
        _web.Answer(201, location: "/uploads/1");
        _web.Fail();
        _web.Answer(404);
        Upload(Endpoint);

        ExpectRequests("POST /files token1", "PATCH /uploads/1 0 abcdef token1", "HEAD /uploads/1 token1");
        Assert.Contains("the server did not confirm", ExpectEnd());
    }

    [Fact]
    public void After_too_many_failures_the_upload_ends()
    {
        for (var time = 0; time < UploadActor.MaxFailures; time++) _web.Fail();
        Upload(Endpoint);

        ExpectRequests([.. Enumerable.Repeat("POST /files token1", UploadActor.MaxFailures)]);
        Assert.Contains("10.0.0.9:8080 does not answer", ExpectEnd());
    }

    [Fact]
    public void A_file_that_is_too_large_is_not_announced()
    {
        Upload(Endpoint, content: new string('a', 101));

        Assert.Contains("is too large", ExpectEnd());
        Assert.Empty(_web.Requests);
    }

    [Fact]
    public void A_cancelled_upload_is_deleted_once_the_server_releases_it()
    {
        _web.Answer(201, location: "/uploads/1");
        var upload = Upload(Endpoint);
        ExpectRequests("POST /files token1", "PATCH /uploads/1 0 abcdef token1");

        _web.Answer(423);
        _web.Answer(204);
        upload.Tell(TransferProtocol.Cancel.Instance);

        ExpectRequests(
            "POST /files token1",
            "PATCH /uploads/1 0 abcdef token1",
            "DELETE /uploads/1 token1",
            "DELETE /uploads/1 token1");
    }
}
