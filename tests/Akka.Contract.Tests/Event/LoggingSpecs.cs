using Akka.Actor;
using Akka.Contract.Tests.Actor;
using Akka.Event;

namespace Akka.Contract.Tests.Event;

public sealed class LoggingSpecs() : Spec("akka.loglevel = INFO, akka.loggers = []")
{
    private IActorRef Logging(Action<ILoggingAdapter> log) => Sys.ActorOf(Doing.Props((_, context) => log(context.GetLogger())), "logging");

    [Fact]
    public void Holes_are_filled_in_by_position()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(Info));

        Logging(log => log.Info("{0} entered {1}", "Ann", "the room")).Tell("log");

        Assert.Equal("Ann entered the room", ExpectMsg<Info>().Message.ToString());
    }

    [Fact]
    public void A_message_without_arguments_is_taken_as_it_is()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(Info));

        Logging(log => log.Info("braces { stay }")).Tell("log");

        Assert.Equal("braces { stay }", ExpectMsg<Info>().Message.ToString());
    }

    [Fact]
    public void Each_level_is_an_event_of_its_own()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(LogEvent));

        Logging(log =>
        {
            log.Error("error");
            log.Warning("warning");
            log.Info("info");
        }).Tell("log");

        Assert.Equal(LogLevel.ErrorLevel, ExpectMsg<Error>().LogLevel());
        Assert.Equal(LogLevel.WarningLevel, ExpectMsg<Warning>().LogLevel());
        Assert.Equal(LogLevel.InfoLevel, ExpectMsg<Info>().LogLevel());
    }

    [Fact]
    public void What_is_below_the_level_is_not_logged()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(LogEvent));

        Logging(log =>
        {
            Assert.False(log.IsDebugEnabled);
            Assert.True(log.IsInfoEnabled);
            log.Debug("debug");
            log.Info("info");
        }).Tell("log");

        Assert.Equal("info", ExpectMsg<Info>().Message.ToString());
    }

    [Fact]
    public void An_error_carries_its_cause()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(Error));

        Logging(log => log.Error(new InvalidOperationException("no luck"), "{0} failed", "it")).Tell("log");

        var error = ExpectMsg<Error>();
        Assert.Equal("it failed", error.Message.ToString());
        Assert.Equal("no luck", error.Cause!.Message);
    }

    [Fact]
    public void The_source_names_the_actor_and_its_class()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(Info));

        Logging(log => log.Info("here")).Tell("log");

        var info = ExpectMsg<Info>();
        Assert.Contains("/user/logging", info.LogSource);
        Assert.Equal(typeof(Doing), info.LogClass);
    }

    [Fact]
    public void An_actor_that_fails_is_logged_as_an_error_by_its_supervisor()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(Error));

        Sys.ActorOf(Doing.Props((_, _) => throw new InvalidOperationException("no luck"))).Tell("fail");

        Assert.Equal("no luck", ExpectMsg<Error>().Cause!.Message);
    }
}
