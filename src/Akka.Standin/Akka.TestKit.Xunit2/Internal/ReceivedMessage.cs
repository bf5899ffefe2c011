using Akka.Actor;

namespace Akka.TestKit.Internal;

/// <summary>A message as a test actor got it.</summary>
internal sealed record ReceivedMessage(object Message, IActorRef Sender);
