using System.Net;
using Akka.Actor;
using Akka.Event;
using Akka.IO;

namespace Akka.Contract.Tests;

/// <summary>
/// A log line is an event with level, source and class; Akka.NET's own lines of a listener have the
/// levels that ours have.
/// </summary>
public sealed class LoggingSpecs : Spec
{
    public LoggingSpecs()
        : base("akka.loglevel = INFO, akka.loggers = []") =>
        Sys.EventStream.Subscribe(TestActor, typeof(LogEvent));

    private void Write(Action<ILoggingAdapter> log) =>
        Sys.ActorOf(ScriptedActor.Props((_, context) => log(context.GetLogger())), "logging").Tell("log");

    private void ExpectLine<T>(string text) where T : LogEvent =>
        FishForMessage<T>(line => $"{line.Message}".Contains(text, StringComparison.Ordinal));

    [Fact]
    public void Placeholders_are_filled_by_position_and_a_message_without_arguments_stays_as_it_is()
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
    public void Lines_below_the_level_are_not_logged_and_each_level_has_its_own_type()
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
        Assert.Equal(typeof(ScriptedActor), info.LogClass);
    }

    [Fact]
    public void A_failing_actor_is_logged_as_an_error_by_its_supervisor()
    {
        Write(_ => throw new InvalidOperationException("no luck"));

        Assert.Equal("no luck", ExpectMsg<Error>().Cause!.Message);
    }

    [Fact]
    public void A_listener_logs_its_binding_as_info_and_a_failure_as_an_error()
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
    public void A_listener_logs_the_death_of_its_handler_as_a_warning()
    {
        var handler = CreateTestProbe();
        handler.Send(Sys.Tcp(), new Tcp.Bind(handler.Ref, new IPEndPoint(IPAddress.Loopback, 0)));
        handler.ExpectMsg<Tcp.Bound>();

        Sys.Stop(handler.Ref);

        ExpectLine<Warning>("Bind commander died");
    }

    [Fact]
    public void A_write_before_Register_is_logged_as_a_warning()
    {
        Sys.Tcp().Tell(new Tcp.Bind(TestActor, new IPEndPoint(IPAddress.Loopback, 0)));
        var address = FishForMessage<Tcp.Bound>(_ => true).LocalAddress;
        Sys.Tcp().Tell(new Tcp.Connect(address));
        FishForMessage(message => message is Tcp.Connected);

        LastSender.Tell(Tcp.Write.Create(ByteString.FromString("early")));

        ExpectLine<Warning>("Received Write command before Register");
    }
}
