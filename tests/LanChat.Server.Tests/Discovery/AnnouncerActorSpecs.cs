using System.Net;
using Akka.Actor;
using Akka.Configuration;
using Akka.Event;
using Akka.IO;
using Akka.TestKit;
using LanChat.Server.Discovery;

namespace LanChat.Server.Tests.Discovery;

public sealed class AnnouncerActorSpecs : Spec
{
    private static readonly AnnouncerActor.Announce Announcement = new("here we are"u8.ToArray());
    private readonly Listener _listener = new();
    private readonly TestProbe _log;

    public AnnouncerActorSpecs()
        : base(ConfigurationFactory.ParseString("akka.loglevel = INFO"))
    {
        _log = CreateTestProbe();
        _log.IgnoreMessages(message => message is LogEvent said && !said.LogSource.Contains("/user/announcer"));
        Sys.EventStream.Subscribe(_log.Ref, typeof(LogEvent));
    }

    protected override void AfterAll()
    {
        base.AfterAll();
        _listener.Dispose();
    }

    private IActorRef Announcer(string target, string own)
    {
        var announcementTarget = new AnnouncementTarget(IPAddress.Parse(target), IPAddress.Parse(own));
        return Sys.ActorOf(AnnouncerActor.Props(announcementTarget, _listener.Port), "announcer");
    }

    private void ExpectWarning() => Assert.Contains("does not work", _log.ExpectMsg<Warning>().Message.ToString());

    [Fact]
    public void Every_announcement_is_one_datagram_from_the_own_address()
    {
        var announcer = Announcer("127.255.255.255", "127.0.0.2");

        for (var i = 0; i < 3; i++)
        {
            announcer.Tell(Announcement);
            var (text, source) = _listener.ReceiveFrom();
            Assert.Equal(("here we are", "127.0.0.2"), (text, source.Address.ToString()));
        }

        Assert.False(_listener.HasMore);
    }

    [Fact]
    public void An_address_that_cannot_be_bound_is_logged_once()
    {
        var announcer = Announcer("127.255.255.255", "203.0.113.1");

        announcer.Tell(Announcement);
        ExpectWarning();
        for (var i = 0; i < 5; i++) announcer.Tell(Announcement);

        ExpectSilence(_log, announcer);
        Assert.False(_listener.HasMore);
    }

    [Fact]
    public void An_unreachable_target_is_logged_once_and_retried_with_the_next_announcement()
    {
        var troubles = CreateTestProbe();
        Sys.EventStream.Subscribe(troubles.Ref, typeof(Error));
        var announcer = Announcer("203.0.113.1", "127.0.0.1");

        announcer.Tell(Announcement);

        ExpectWarning();
        for (var errors = 0; troubles.ReceiveOne(TimeSpan.FromMilliseconds(200)) is not null; errors++)
            Assert.True(errors < 2);
        ExpectSilence(_log, announcer);
        announcer.Tell(Announcement);
        ExpectSilence(_log, announcer);
    }

    [Fact]
    public void Recovery_is_logged_once_and_so_is_the_next_failure()
    {
        var announcer = Announcer("127.255.255.255", "127.0.0.1");
        var failed = new Udp.CommandFailed(Udp.Send.Create(ByteString.Empty, new IPEndPoint(IPAddress.Loopback, 9)));
        announcer.Tell(failed, ActorRefs.NoSender);
        announcer.Tell(failed, ActorRefs.NoSender);
        ExpectWarning();

        announcer.Tell(Announcement);

        Assert.Contains("works again", _log.ExpectMsg<Info>().Message.ToString());
        Assert.Equal("here we are", _listener.Receive());
        announcer.Tell(Announcement);
        Assert.Equal("here we are", _listener.Receive());
        ExpectSilence(_log, announcer);
        announcer.Tell(failed, ActorRefs.NoSender);
        ExpectWarning();
    }

    [Fact]
    public void A_socket_that_was_lost_is_replaced()
    {
        var announcer = Announcer("127.255.255.255", "127.0.0.1");
        announcer.Tell(Announcement);
        _listener.Receive();
        announcer.Tell(new Udp.CommandFailed(
            Udp.Send.Create(ByteString.Empty, new IPEndPoint(IPAddress.Loopback, 9))), ActorRefs.NoSender);
        ExpectWarning();

        announcer.Tell(Announcement);

        Assert.Equal("here we are", _listener.Receive());
        Assert.IsType<Info>(_log.ExpectMsg<LogEvent>());
    }

    [Fact]
    public void An_announcement_without_an_outcome_counts_as_failed_when_the_next_is_due()
    {
        var announcer = Announcer("127.255.255.255", "203.0.113.1");

        for (var i = 0; i < 10; i++) announcer.Tell(Announcement);

        ExpectWarning();
    }
}
