using System.Net;
using Akka.Actor;
using Akka.Event;
using Akka.IO;

namespace Akka.Contract.Tests;

/// <summary>
/// A line of the log is an event with a level, a source and the class that wrote it; Akka.NET's own
/// lines of a listener are at the level of ours.
/// </summary>
public sealed class LoggingSpecs : Spec
{
    public LoggingSpecs()
        : base("akka.loglevel = INFO, akka.loggers = []") =>
        Sys.EventStream.Subscribe(TestActor, typeof(LogEvent));

    private void Write(Action<ILoggingAdapter> log) =>
        Sys.ActorOf(Doing.Props((_, context) => log(context.GetLogger())), "logging").Tell("log");

    private void ExpectLine<T>(string text) where T : LogEvent =>
        FishForMessage<T>(line => $"{line.Message}".Contains(text, StringComparison.Ordinal));

    [Fact]
    public void Holes_are_filled_in_by_position_and_a_message_without_arguments_is_taken_as_it_is()
    {
        Write(log =>
        {
            log.Info("{0} entered {1}", "Ann", "the room");
            log.Info("braces { stay }");
        });

        Assert.Equal("Ann entered the room", ExpectMsg<Info>().Message.ToString());
        Assert.Equal("braces { stay }", ExpectMsg<Info>().Message.ToString());
    }

    [Fact]
    public void What_is_below_the_level_is_not_logged_and_the_others_have_a_type_each()
    {
        Write(log =>
        {
            Assert.False(log.IsDebugEnabled);
            log.Debug("debug");
            log.Info("info");
            log.Warning("warning");
            log.Error(new InvalidOperationException("no luck"), "{0} failed", "it");
        });

        Assert.Equal(LogLevel.InfoLevel, ExpectMsg<Info>().LogLevel());
        Assert.Equal(LogLevel.WarningLevel, ExpectMsg<Warning>().LogLevel());
        var error = ExpectMsg<Error>();
        Assert.Equal("it failed", error.Message.ToString());
        Assert.Equal("no luck", error.Cause!.Message);
    }

    [Fact]
    public void The_source_names_the_actor_and_its_class()
    {
        Write(log => log.Info("here"));

        var info = ExpectMsg<Info>();
        Assert.Contains("/user/logging", info.LogSource);
        Assert.Equal(typeof(Doing), info.LogClass);
    }

    [Fact]
    public void An_actor_that_fails_is_logged_as_an_error_by_its_supervisor()
    {
        Write(_ => throw new InvalidOperationException("no luck"));

        Assert.Equal("no luck", ExpectMsg<Error>().Cause!.Message);
    }

    [Fact]
    public void A_listener_says_that_it_binds_as_info_and_that_it_could_not_as_an_error()
    {
        Sys.Tcp().Tell(new Tcp.Bind(TestActor, new IPEndPoint(IPAddress.Loopback, 0)));
        var binding = ExpectMsg<Info>();
        Assert.StartsWith("Binding TCP channel on endpoint", binding.Message.ToString());
        Assert.Contains("tcp-listener-0", binding.LogSource);
        var bound = ExpectMsg<Tcp.Bound>();

        Sys.Tcp().Tell(new Tcp.Bind(TestActor, bound.LocalAddress));

        ExpectLine<Info>("Binding TCP channel");
        ExpectLine<Error>("Bind failed for TCP channel");
    }

    [Fact]
    public void A_listener_whose_handler_died_says_so_as_a_warning()
    {
        var handler = CreateTestProbe();
        handler.Send(Sys.Tcp(), new Tcp.Bind(handler.Ref, new IPEndPoint(IPAddress.Loopback, 0)));
        handler.ExpectMsg<Tcp.Bound>();

        Sys.Stop(handler.Ref);

        ExpectLine<Warning>("Bind commander died");
    }

    [Fact]
    public void A_write_before_Register_is_a_warning_each()
    {
        Sys.Tcp().Tell(new Tcp.Bind(TestActor, new IPEndPoint(IPAddress.Loopback, 0)));
        var address = FishForMessage<Tcp.Bound>(_ => true).LocalAddress;
        Sys.Tcp().Tell(new Tcp.Connect(address));
        FishForMessage(message => message is Tcp.Connected);

        LastSender.Tell(Tcp.Write.Create(ByteString.FromString("early")));

        ExpectLine<Warning>("Received Write command before Register");
    }
}
